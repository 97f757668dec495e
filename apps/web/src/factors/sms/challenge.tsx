import type { SmsChallengePrompt } from '@mailward/shared/factors/sms-prompts.ts';
import { useState } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import type { ChallengeProps } from '../factor.ts';
import { SendAgain } from './send-again.tsx';
import { SendingState } from './sending-state.tsx';
import { SmsCodeForm } from './sms-code-form.tsx';
import { useAwaited } from './use-awaited.ts';
import './challenge.css';

type PhoneNumber = SmsChallengePrompt['numbers'][number];

interface WhichProps {
	readonly numbers: readonly PhoneNumber[];
	readonly chosen: PhoneNumber;
	readonly onChoose: (id: string) => void;
}

/** Whose number, of a shared mailbox whose person is not known yet. */
const Which = ({ numbers, chosen, onChoose }: WhichProps) => {
	const { t } = useWords();
	return (
		<fieldset className="sms-numbers">
			<legend className="field-label">{t('factors.sms.challenge.which')}</legend>
			{numbers.map(({ id, name, ending }) => (
				<label key={id}>
					<input type="radio" name="number" value={id} checked={id === chosen.id} onChange={() => onChoose(id)} />
					<span>{name ? t('factors.sms.challenge.owner', { name, ending }) : t('factors.sms.ending', { ending })}</span>
				</label>
			))}
		</fieldset>
	);
};

/** Nothing is sent before somebody says so; then its code, and how to get another one. */
export const Challenge = ({ prompt, submit, busy, problem, now, sending }: ChallengeProps<'sms'>) => {
	const { t } = useWords();
	const { numbers, sending: newest } = prompt;
	const [wanted, setWanted] = useState<string>();
	const [choosing, setChoosing] = useState(false);
	const { awaited, over, sentHere } = useAwaited(newest, now);
	// Where a reload has forgotten which one it was, its ending tells.
	const number =
		numbers.find(({ id }) => id === wanted) ?? numbers.find(({ ending }) => ending === newest?.ending) ?? numbers[0];
	if (!number) return null;
	const send = () => {
		setChoosing(false);
		sending.run(number.id);
	};
	const state = <SendingState sending={newest} over={over} problem={sending.problem?.text} />;

	if (!awaited || choosing) {
		return (
			<form
				className="stack"
				method="post"
				onSubmit={(event) => {
					event.preventDefault();
				}}
			>
				{state}
				{numbers.length > 1 ? (
					<Which numbers={numbers} chosen={number} onChoose={setWanted} />
				) : (
					<p className="muted">{t('factors.sms.challenge.lead', { ending: number.ending })}</p>
				)}
				<SendAgain
					first={t('factors.sms.challenge.send')}
					from={number.resendAt}
					now={now}
					busy={sending.busy}
					onSend={send}
				/>
			</form>
		);
	}
	return (
		<div className="stack">
			{state}
			<SmsCodeForm
				focusFor={sentHere}
				onCode={(code) => submit({ code })}
				busy={busy}
				problem={problem}
				action={t('factors.sms.challenge.submit')}
				below={
					<div className="tight">
						<SendAgain from={number.resendAt} now={now} busy={sending.busy} onSend={send} />
						{numbers.length > 1 && (
							<Button manner="quiet" onClick={() => setChoosing(true)}>
								{t('factors.sms.challenge.elsewhere')}
							</Button>
						)}
					</div>
				}
			/>
		</div>
	);
};
