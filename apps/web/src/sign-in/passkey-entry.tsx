import type { SessionState } from '@mailward/shared/session-state.ts';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { type Problem, problemOf } from '../api/problem.ts';
import { useAct } from '../api/use-act.ts';
import { DeviceAsked } from '../factors/passkey/device-asked.tsx';
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

/** Whether this is how the server says that it lets nobody in by a passkey. */
const isNotTaken = (problem: Problem | undefined): boolean => problem?.code === 'factor.not_available';

const loadCeremony = () => import('./passkey-sign-in.ts');

/** Offers the passkeys in the list that opens at the account field, from when the form stands until `offer` is aborted. */
const offerPasskeys = async (offer: AbortSignal): Promise<PasskeyProof | undefined> => {
	if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return undefined;
	const asked = await (await loadCeremony()).askForPasskey(Date.now, offer, true);
	return 'proof' in asked ? asked.proof : undefined;
};

interface PasskeyEntryProps {
	/** The form is being sent instead. */
	readonly withdrawn: boolean;
	readonly onSignedIn: (state: SessionState) => void;
}

/** Signing in without a password: by the list at the account field, or by a button. Only for browsers that know passkeys. */
const Entry = ({ withdrawn, onSignedIn }: PasskeyEntryProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const [ended, setEnded] = useState<'passkeyUnusable' | 'passkeyNone'>();
	const [takesNone, setTakesNone] = useState(false);
	const [offers, setOffers] = useState(1);
	const offering = useRef<AbortController>(undefined);
	const [asking, setAsking] = useState<AbortController>();

	const ask = async () => {
		const until = new AbortController();
		setAsking(until);
		try {
			return await (await loadCeremony()).askForPasskey(Date.now, until.signal, false);
		} finally {
			setAsking(undefined);
		}
	};
	// Whatever else is chosen takes its place, and so does leaving the page.
	useEffect(() => {
		if (withdrawn) asking?.abort();
		return () => asking?.abort();
	}, [asking, withdrawn]);

	const entering = useAct(async (picked?: PasskeyProof) => {
		offering.current?.abort();
		setEnded(undefined);
		try {
			const asked = picked ? { proof: picked } : await ask();
			if ('proof' in asked) onSignedIn(await call('POST /api/sign-in/passkey', { body: asked.proof }));
			// Where there is no passkey for this site, browsers say no more than that the window was closed.
			else if (asked.end === 'cancelled' || asked.end === 'late') setEnded('passkeyNone');
			else if (asked.end !== 'withdrawn') setEnded('passkeyUnusable');
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
			(thrown) => {
				// Nobody asked for it, so nobody is told.
				if (isNotTaken(problemOf(thrown))) setTakesNone(true);
			},
		);
		return () => {
			clearTimeout(renewal);
			offer.abort();
		};
	}, [offers]);

	if (isNotTaken(entering.problem)) {
		return (
			<Note tone="plain" takesFocus>
				<p>{t('signIn.passkeyNotTaken')}</p>
			</Note>
		);
	}
	if (takesNone) return null;
	return (
		<div className="passkey-entry">
			<p className="or">{t('signIn.or')}</p>
			<Button wide busy={entering.busy} onClick={() => run()}>
				<PasskeySign />
				{t('signIn.passkey')}
			</Button>
			{asking && <DeviceAsked onCancel={() => asking.abort()} />}
			{(ended || entering.problem) && (
				<Note tone={ended === 'passkeyNone' ? 'plain' : 'error'}>
					<p>{ended ? t(`signIn.${ended}`) : entering.problem && say(entering.problem)}</p>
				</Note>
			)}
		</div>
	);
};

export const PasskeyEntry = (props: PasskeyEntryProps) => (passkeysSupported() ? <Entry {...props} /> : null);
