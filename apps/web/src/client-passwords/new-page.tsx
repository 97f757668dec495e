import type { CreatedClientPassword } from '@mailward/shared/contract/client-passwords.ts';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useForget, useRead } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Note } from '../ui/note.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { FactorNeeded, Full } from './hindrances.tsx';
import { type Intent, toIntent } from './intent.ts';
import { NameForm } from './name-form.tsx';
import { Reveal } from './reveal.tsx';
import './new-page.css';

/**
 * The secret of a client password, for as long as this page stands. It is in no cache, no address and no storage: leaving
 * the page loses it, also where the browser would keep the page as a whole for Back.
 */
const useSecret = () => {
	const [created, setCreated] = useState<CreatedClientPassword>();
	useEffect(() => {
		const lose = () => flushSync(() => setCreated(undefined));
		window.addEventListener('pagehide', lose);
		return () => window.removeEventListener('pagehide', lose);
	}, []);
	return [created, setCreated] as const;
};

const Gone = ({ intent, onReplace, busy }: { intent: Intent; onReplace: () => void; busy: boolean }) => {
	const { t } = useWords();
	return (
		<Sheet>
			<div className="stack">
				<StepTitle step={t('clientPasswords.gone.title')} />
				<p>{t('clientPasswords.gone.text', { name: intent.name })}</p>
				<Ends>
					<ButtonLink to="/security/client-passwords">{t('clientPasswords.gone.list')}</ButtonLink>
					<Button manner="go" busy={busy} onClick={onReplace}>
						{t('clientPasswords.gone.replace')}
					</Button>
				</Ends>
			</div>
		</Sheet>
	);
};

const NewPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const session = useAccountSession();
	const location = useLocation();
	const navigate = useNavigate();
	const verified = useVerified();
	const forget = useForget();
	const { data, problem: unreadable, again } = useRead('GET /api/client-passwords');
	const [created, setCreated] = useSecret();
	const intent = toIntent(location.state);

	const making = useAct(async (name: string) => {
		const wanted: Intent = { idempotencyKey: intent?.idempotencyKey ?? crypto.randomUUID(), name, made: false };
		// Kept before it is sent: if the answer is lost with the page, the next try still takes the same place.
		if (!intent?.made) await navigate('.', { replace: true, state: wanted });
		const { idempotencyKey } = wanted;
		const secret = await verified(() => call('POST /api/client-passwords', { body: { name, idempotencyKey } }));
		setCreated(secret);
		await navigate('.', { replace: true, state: { ...wanted, name: secret.name, made: true } satisfies Intent });
		await forget('GET /api/client-passwords');
	});

	if (created) return <Reveal created={created} address={session.account.address} />;
	if (intent?.made) {
		return (
			<div className="one-thing">
				{making.problem && (
					<Note tone="error">
						<p>{say(making.problem)}</p>
					</Note>
				)}
				<Gone intent={intent} busy={making.busy} onReplace={() => making.run(intent.name)} />
			</div>
		);
	}
	if (unreadable)
		return (
			<Unreachable title={t('shell.unreachable')} text={say(unreadable)} retry={t('shell.retry')} onRetry={again} />
		);
	if (!data) return <Waiting text={t('shell.loading')} />;
	const factorNeeded = session.state === 'signed-in' && !session.twoFactor;
	const full = data.clientPasswords.length >= data.limit && !intent;
	return (
		<div className="one-thing">
			<Sheet>
				<StepTitle step={t('clientPasswords.make.title')} />
				{factorNeeded ? (
					<FactorNeeded />
				) : full ? (
					<Full limit={data.limit} />
				) : (
					<>
						<p className="muted">{t('clientPasswords.make.lead')}</p>
						<NameForm firstName={intent?.name ?? ''} onName={making.run} busy={making.busy} problem={making.problem} />
					</>
				)}
			</Sheet>
		</div>
	);
};

export default NewPage;
