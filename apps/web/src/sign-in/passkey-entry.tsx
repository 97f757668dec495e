import type { SessionState } from '@mailward/shared/session-state.ts';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';
import { passkeysSupported } from '../factors/passkey/supported.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { PasskeySign } from '../ui/passkey-sign.tsx';
import type { PasskeyProof } from './passkey-sign-in.ts';
import './passkey-entry.css';

/** Milliseconds after which an offer that nobody took is made anew: sooner than what it asks to be signed expires. */
const offerLife = 4 * 60_000;

const loadCeremony = () => import('./passkey-sign-in.ts');

/** Offers the passkeys in the list that opens at the account field, from when the form stands until `offer` is aborted. */
const offerPasskeys = async (offer: AbortSignal): Promise<PasskeyProof | undefined> => {
	if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return undefined;
	const asked = await (await loadCeremony()).askForPasskey(Date.now, offer);
	return 'proof' in asked ? asked.proof : undefined;
};

/** Signing in without a password: by the list at the account field, or by a button. Only for browsers that know passkeys. */
const Entry = ({ onSignedIn }: { onSignedIn: (state: SessionState) => void }) => {
	const { t } = useWords();
	const say = useProblemWords();
	const [unusable, setUnusable] = useState(false);
	const [offers, setOffers] = useState(1);
	const offering = useRef<AbortController>(undefined);

	const entering = useAct(async (picked?: PasskeyProof) => {
		offering.current?.abort();
		setUnusable(false);
		try {
			const asked = picked ? { proof: picked } : await (await loadCeremony()).askForPasskey(Date.now);
			if ('proof' in asked) onSignedIn(await call('POST /api/sign-in/passkey', { body: asked.proof }));
			// Who closes the window is back at the form, and knows why.
			else setUnusable(asked.end === 'failed' || asked.end === 'elsewhere');
		} finally {
			setOffers((count) => count + 1);
		}
	});
	const { run } = entering;

	// biome-ignore lint/correctness/useExhaustiveDependencies: each offer is made once; `run` ignores what is under way
	useEffect(() => {
		const offer = new AbortController();
		offering.current = offer;
		const renewal = setTimeout(() => setOffers((count) => count + 1), offerLife);
		offerPasskeys(offer.signal).then(
			(picked) => picked && run(picked),
			// Nobody asked for it, so nobody is told.
			() => undefined,
		);
		return () => {
			clearTimeout(renewal);
			offer.abort();
		};
	}, [offers]);

	return (
		<div className="passkey-entry">
			<p className="or">{t('signIn.or')}</p>
			<Button wide busy={entering.busy} onClick={() => run()}>
				<PasskeySign />
				{t('signIn.passkey')}
			</Button>
			{(unusable || entering.problem) && (
				<Note tone="error">
					<p>{entering.problem ? say(entering.problem) : t('signIn.passkeyUnusable')}</p>
				</Note>
			)}
		</div>
	);
};

export const PasskeyEntry = (props: { onSignedIn: (state: SessionState) => void }) =>
	passkeysSupported() ? <Entry {...props} /> : null;
