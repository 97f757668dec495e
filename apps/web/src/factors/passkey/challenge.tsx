import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import type { ChallengeProps } from '../factor.ts';
import { DeviceAsked } from './device-asked.tsx';
import { Outcome } from './outcome.tsx';
import { passkeysSupported } from './supported.ts';
import { useCeremony } from './use-ceremony.ts';

/** One button: browsers open their window only for a person who pressed something. */
export const Challenge = ({ prompt, submit, busy, problem }: ChallengeProps<'passkey'>) => {
	const { t } = useWords();
	const { ask, asking, withdraw, end } = useCeremony(
		({ signWithPasskey }) => signWithPasskey(prompt.options, Date.now),
		(assertion) => submit({ assertion }),
	);
	if (!passkeysSupported()) {
		return (
			<Note tone="warning" announce={false}>
				<p>{t('factors.passkey.challenge.unsupported')}</p>
			</Note>
		);
	}
	const tried = !asking && !busy && (end !== undefined || problem !== undefined);
	return (
		<div className="stack">
			<p className="muted">{t('factors.passkey.challenge.lead')}</p>
			<Outcome end={end} problem={asking ? undefined : problem} />
			<Button manner="go" wide busy={asking || busy} onClick={ask}>
				<Icon name="passkey" small />
				{t(tried ? 'factors.passkey.challenge.again' : 'factors.passkey.challenge.submit')}
			</Button>
			{asking && <DeviceAsked onCancel={withdraw} />}
		</div>
	);
};
