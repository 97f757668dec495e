import { useState } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import type { ChallengeProps } from '../factor.ts';
import { anyOf } from '../names-shown.ts';
import { DeviceAsked } from './device-asked.tsx';
import { Outcome } from './outcome.tsx';
import { passkeysSupported } from './supported.ts';
import { useCeremony } from './use-ceremony.ts';
import './challenge.css';

/** One button: browsers open their window only for a person who pressed something. */
export const Challenge = ({ prompt, submit, busy, problem, names, onElsewhere }: ChallengeProps<'passkey'>) => {
	const { t, language } = useWords();
	const [away, setAway] = useState(false);
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
			<div>
				<p className="muted">{t('factors.passkey.challenge.lead')}</p>
				{names.length > 0 && <p>{t('factors.passkey.challenge.kept', { names: anyOf(names, language) })}</p>}
			</div>
			<Outcome end={end} problem={asking ? undefined : problem} />
			<Button manner="go" wide busy={asking || busy} onClick={ask}>
				<Icon name="passkey" small />
				{t(tried ? 'factors.passkey.challenge.again' : 'factors.passkey.challenge.submit')}
			</Button>
			{asking && <DeviceAsked onCancel={withdraw} />}
			<div className="passkey-elsewhere">
				<Button
					manner="quiet"
					aria-expanded={away}
					onClick={() => {
						setAway(true);
						onElsewhere?.();
					}}
				>
					{t('factors.passkey.challenge.notHere')}
				</Button>
				<p className="small muted" role="status">
					{away && t('factors.passkey.challenge.notHereText')}
				</p>
			</div>
		</div>
	);
};
