import { useWords } from '../../locales/words.tsx';
import { Note } from '../../ui/note.tsx';
import type { Sending } from './use-awaited.ts';

type Trouble = 'uncertain' | 'undelivered' | 'failed' | 'expired';

interface SendingStateProps {
	readonly sending: Sending | null;
	/** The codes that were sent are too old. */
	readonly over: boolean;
	/** What the last request to send came to, in words, if nothing good. */
	readonly problem: string | undefined;
}

const troubleIn = (sending: Sending | null, over: boolean): Trouble | undefined => {
	switch (sending?.state) {
		case 'failed':
			return 'failed';
		case undefined:
			return undefined;
		case 'uncertain':
		case 'undelivered':
			return over ? 'expired' : sending.state;
		default:
			return over ? 'expired' : undefined;
	}
};

/** What has become of the newest text, as far as it is known. */
export const SendingState = ({ sending, over, problem }: SendingStateProps) => {
	const { t, times } = useWords();
	const trouble = troubleIn(sending, over);
	if (problem !== undefined) {
		return (
			<Note tone="error">
				<p>{problem}</p>
			</Note>
		);
	}
	if (trouble !== undefined) {
		return (
			<Note tone={trouble === 'failed' ? 'error' : 'warning'}>
				<p>
					<b>{t(`factors.sms.state.${trouble}.title`)}</b>
				</p>
				<p>{t(`factors.sms.state.${trouble}.text`)}</p>
			</Note>
		);
	}
	if (!sending) return null;
	const { ending, state, sentAt } = sending;
	return (
		<p className="muted" role="status">
			{state === 'sending'
				? t('factors.sms.state.sending', { ending })
				: t(`factors.sms.state.${state === 'delivered' ? 'delivered' : 'sent'}`, { ending, time: times.clock(sentAt) })}
		</p>
	);
};
