import { nameProblem } from '@mailward/shared/names.ts';
import { Suspense, useState } from 'react';
import { Link, Navigate, useLocation, useNavigate } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { isSingle } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { Wizard } from './use-wizard.ts';

/** What it changes: for the mail apps, or nothing beyond one method more. */
const Consequence = ({ wizard }: { wizard: Wizard }) => {
	const { t } = useWords();
	const { kind, methods, twoFactor, reason, replaces, firstOfShared } = wizard;
	const { pathname } = useLocation();
	// For whoever comes with a code, two-factor is on already.
	if (replaces !== undefined || reason === 'invited' || reason === 'reset') return null;
	if (!twoFactor) {
		return (
			<Note tone="warning" announce={false}>
				<p>{t('enrolments.mailApps')}</p>
				{firstOfShared && <p>{t('enrolments.sharedMailbox')}</p>}
			</Note>
		);
	}
	const [one, ...others] = methods.filter((method) => method.kind === kind);
	if (!one || isSingle(kind)) return null;
	return (
		<Note tone="plain" announce={false}>
			<p>
				{t(`factors.${kind}.intro.another`)} {/* Of several, their own page asks which. */}
				<Link
					to={others.length > 0 ? `/security/methods/${kind}` : `${pathname}?replaces=${encodeURIComponent(one.id)}`}
				>
					{t('enrolments.replaceInstead')}
				</Link>
			</p>
		</Note>
	);
};

/** What it takes. Nothing is made before the person says that they are ready. */
export const IntroStep = ({ wizard }: { wizard: Wizard }) => {
	const { kind, faces, due, enrolment, methods, replaces, nameless, beginning, firstStep, pathOf } = wizard;
	const { search } = useLocation();
	const { t } = useWords();
	const say = useProblemWords();
	const navigate = useNavigate();
	const forget = useForget();
	const [name, setName] = useState('');
	const [unfit, setUnfit] = useState<{ readonly why: NonNullable<ReturnType<typeof nameProblem>> }>();
	const cancelling = useAct(async () => {
		if (enrolment) await call('DELETE /api/enrolments/{id}', { params: { id: enrolment.id } });
		await forget('GET /api/enrolments/current');
		await navigate('/security/methods');
	});
	const { Intro } = faces;
	const ready = faces.unsupported() === undefined;
	const refused = beginning.problem?.code === 'person.name_invalid' ? beginning.problem : undefined;
	const problem = (refused ? undefined : beginning.problem) ?? cancelling.problem;

	// Of some kinds there is one at most: to set another one up is to replace it.
	const only = isSingle(kind) && replaces === undefined ? methods.find((method) => method.kind === kind) : undefined;
	if (only) return <Navigate replace to={`?replaces=${encodeURIComponent(only.id)}`} />;

	const begin = () => {
		if (!nameless) return beginning.run();
		const why = nameProblem(name);
		setUnfit(why && { why });
		if (!why) beginning.run(name.trim());
	};
	return (
		<form
			method="post"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				begin();
			}}
		>
			<div className="stack">
				<Suspense fallback={<Waiting text={t('shell.loading')} />}>
					<Intro />
				</Suspense>
				{nameless && !enrolment && (
					<div className="narrow">
						<Field
							label={t('enrolments.ownName.label')}
							hint={t('enrolments.ownName.hint')}
							name="name"
							type="text"
							autoComplete="name"
							value={name}
							onValue={setName}
							problem={
								unfit
									? { text: t(`forms.ownName.${unfit.why}`), cause: unfit }
									: refused && { text: t(`forms.ownName.${refused.details.reason}`), cause: refused }
							}
						/>
					</div>
				)}
				{ready && <Consequence wizard={wizard} />}
				{problem && (
					<Note tone="error">
						<p>{say(problem)}</p>
					</Note>
				)}
			</div>
			<Ends>
				{due ? (
					<ButtonLink to={{ pathname: '/set-up', search }}>
						<Icon name="back" small />
						{t('enrolments.back')}
					</ButtonLink>
				) : (
					<Button busy={cancelling.busy} onClick={() => cancelling.run()}>
						{t('shell.cancel')}
					</Button>
				)}
				{enrolment && (
					<ButtonLink to={pathOf(firstStep)} manner="go">
						{t(`factors.${kind}.intro.resume`)}
					</ButtonLink>
				)}
				{!enrolment && ready && (
					<Button type="submit" manner="go" busy={beginning.busy}>
						{t(`factors.${kind}.intro.submit`)}
					</Button>
				)}
			</Ends>
		</form>
	);
};
