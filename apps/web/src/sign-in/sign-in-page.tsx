import type { SessionState } from '@mailward/shared/session-state.ts';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { EnvelopeHead } from '../session/envelope-head.tsx';
import { nextPath } from '../session/next-path.ts';
import { notePasswordKnown, wasPasswordSent } from '../session/password-sent.ts';
import { useSession } from '../session/session.tsx';
import { placeOf } from '../session/where-to.ts';
import { useSite } from '../site/site.tsx';
import { Button } from '../ui/button.tsx';
import { Field, PasswordField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { fetchSecondStep } from './fetch-second-step.ts';
import { PasskeyEntry } from './passkey-entry.tsx';

const Farewell = () => {
	const { t } = useWords();
	const { farewell } = useSession();
	const said = wasPasswordSent() && farewell !== 'left' ? 'passwordSent' : farewell;
	if (!said) return null;
	return (
		<Note tone="plain">
			<p>{t(`signIn.${said}`)}</p>
		</Note>
	);
};

const SignInForm = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const site = useSite();
	const { become } = useSession();
	const navigate = useNavigate();
	const [query] = useSearchParams();
	const [address, setAddress] = useState('');
	const [password, setPassword] = useState('');
	const [missing, setMissing] = useState<{ field: 'address' | 'password' }>();

	const enter = async (state: SessionState) => {
		notePasswordKnown();
		become(state);
		// Every other state is led on from here by itself. This one may stay, so that Back from the second step shows the form.
		if (state.state === 'awaiting-second-factor') await navigate(placeOf(state, nextPath(query.get('next'))));
	};
	const entering = useAct(async () => {
		// Asked for together with the answer that leads to it, so that the second step is not waited for after that.
		fetchSecondStep();
		await enter(await call('POST /api/sign-in', { body: { address, password } }));
	});
	const fault = (field: 'address' | 'password') =>
		missing?.field === field ? { text: t(`forms.${field}.empty`), cause: missing } : undefined;

	return (
		<form
			className="stack"
			method="post"
			action="/sign-in"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				const field = address.trim() === '' ? 'address' : password === '' ? 'password' : undefined;
				setMissing(field && { field });
				if (!field) entering.run();
			}}
		>
			{entering.problem && (
				<Note tone={entering.problem.code === 'sign_in.throttled' ? 'warning' : 'error'}>
					<p>{say(entering.problem)}</p>
				</Note>
			)}
			<Field
				label={t('signIn.address')}
				name="address"
				type="text"
				inputMode="email"
				autoComplete="username webauthn"
				autoCapitalize="none"
				autoCorrect="off"
				spellCheck={false}
				required
				// Only where the page is the first: after another one the heading takes the focus, as at every step.
				autoFocus
				value={address}
				onValue={setAddress}
				// A blank keeps the line until the site is known, so that nothing below moves.
				hint={site ? t('signIn.domainHint', { domain: site.defaultDomain }) : '\u00a0'}
				problem={fault('address')}
			/>
			<PasswordField
				label={t('signIn.password')}
				name="password"
				autoComplete="current-password"
				required
				show={t('signIn.show')}
				hide={t('signIn.hide')}
				value={password}
				onValue={setPassword}
				problem={fault('password')}
			/>
			<Button type="submit" manner="go" wide busy={entering.busy}>
				{t('signIn.submit')}
			</Button>
			<PasskeyEntry withdrawn={entering.busy} onSignedIn={(state) => void enter(state)} />
			{site?.forgottenPasswordUrl && (
				<p className="small">
					<a href={site.forgottenPasswordUrl}>{t('signIn.forgotten')}</a>
				</p>
			)}
			<p className="small muted">{t('signIn.mailApps')}</p>
		</form>
	);
};

/** Comes with the first script and not after it: wherever a person is, signing out leads here, and it should stand at once. */
export const SignInPage = () => {
	const { t } = useWords();
	return (
		<>
			<EnvelopeHead progress={{ step: 1 }} />
			<div className="stack">
				<StepTitle step={t('signIn.title')} />
				<Farewell />
				<SignInForm />
			</div>
		</>
	);
};
