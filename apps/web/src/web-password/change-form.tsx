import { leastPasswordLength, passwordLength, personWords } from '@mailward/shared/web-password.ts';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { type Problem, problemOf } from '../api/problem.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { notePasswordKnown, notePasswordSent } from '../session/password-sent.ts';
import { useSession } from '../session/session.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { useSite } from '../site/site.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PasswordField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { StrengthMeter } from './strength-meter.tsx';

/** Refusals that find fault with one of the two passwords. */
const faultIn: Readonly<Record<string, 'current' | 'next'>> = {
	'password.rejected': 'current',
	'password.too_short': 'next',
	'password.too_guessable': 'next',
	'password.unchanged': 'next',
};

/** What is missing before anything is sent; a new object for each attempt. */
type Unfit =
	| { readonly field: 'current'; readonly what: 'empty' }
	| { readonly field: 'next'; readonly what: 'empty' | 'short' };

const unfitIn = (current: string, next: string): Unfit | undefined => {
	if (current === '') return { field: 'current', what: 'empty' };
	if (next === '') return { field: 'next', what: 'empty' };
	return passwordLength(next) < leastPasswordLength ? { field: 'next', what: 'short' } : undefined;
};

const useFaults = (unfit: Unfit | undefined, problem: Problem | undefined) => {
	const { t } = useWords();
	const say = useProblemWords();
	return (field: 'current' | 'next') => {
		if (unfit) {
			if (unfit.field !== field) return undefined;
			if (unfit.what === 'short')
				return { text: t('errors.password.too_short', { least: leastPasswordLength }), cause: unfit };
			return { text: t(field === 'current' ? 'forms.password.empty' : 'webPassword.empty'), cause: unfit };
		}
		return problem && faultIn[problem.code] === field ? { text: say(problem), cause: problem } : undefined;
	};
};

/** Asks before the page is left while something is under way. */
const useStay = (underWay: boolean): void => {
	useEffect(() => {
		if (!underWay) return;
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener('beforeunload', ask);
		return () => window.removeEventListener('beforeunload', ask);
	}, [underWay]);
};

/** Over everything that leads elsewhere: with the answer the session gets another id, and no other request should come between. */
const UnderWay = () => {
	const { t } = useWords();
	return (
		<Dialog title={t('webPassword.underWay.title')} onClose={() => undefined}>
			<p role="status">{t('webPassword.underWay.text')}</p>
		</Dialog>
	);
};

/** The current one, and a new one that is long and hard to guess; nothing is asked about what it is made of. */
export const ChangeForm = ({ onChanged }: { onChanged: () => void }) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { account, person } = useAccountSession();
	const { refresh } = useSession();
	const site = useSite();
	const verified = useVerified();
	const forget = useForget();
	const [current, setCurrent] = useState('');
	const [next, setNext] = useState('');
	const [unfit, setUnfit] = useState<Unfit>();
	const [sending, setSending] = useState(false);
	const send = async () => {
		setSending(true);
		notePasswordSent();
		try {
			await call('PUT /api/web-password', { body: { current, next } });
			notePasswordKnown();
		} catch (thrown) {
			// Without an answer it is not known which of the two is in force.
			if (problemOf(thrown).code !== 'offline') notePasswordKnown();
			throw thrown;
		} finally {
			setSending(false);
		}
	};
	useStay(sending);
	const changing = useAct(async () => {
		await verified(send, 'webPassword');
		onChanged();
		await Promise.all([forget('GET /api/sessions'), forget('GET /api/trusted-devices'), refresh()]);
	});
	const fault = useFaults(unfit, changing.problem);
	const words = personWords(
		account.address,
		account.name,
		person?.name ?? '',
		...Object.values(site?.organisation ?? {}),
	);
	const toggle = { show: t('webPassword.show'), hide: t('webPassword.hide') };

	return (
		<form
			className="stack narrow-form"
			method="post"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				const found = unfitIn(current, next);
				setUnfit(found);
				if (!found) changing.run();
			}}
		>
			{changing.problem && faultIn[changing.problem.code] === undefined && (
				<Note tone="error">
					<p>{say(changing.problem)}</p>
				</Note>
			)}
			{/* For password managers: whose password it is. */}
			<input hidden type="text" name="username" autoComplete="username" value={account.address} readOnly />
			<PasswordField
				label={t('webPassword.current')}
				name="current"
				autoComplete="current-password"
				{...toggle}
				value={current}
				onValue={setCurrent}
				problem={fault('current')}
			/>
			<div>
				<PasswordField
					label={t('webPassword.next')}
					name="next"
					autoComplete="new-password"
					{...toggle}
					value={next}
					onValue={setNext}
					problem={fault('next')}
				/>
				<StrengthMeter password={next} words={words} />
				<p className="field-hint">{t('webPassword.hint', { least: leastPasswordLength })}</p>
			</div>
			<p className="small">{t('webPassword.ends')}</p>
			<Button type="submit" manner="go" busy={changing.busy}>
				{t('webPassword.submit')}
			</Button>
			{sending && <UnderWay />}
		</form>
	);
};
