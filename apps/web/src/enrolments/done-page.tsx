import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import { useEffect, useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router-dom';
import { useRead } from '../api/read.tsx';
import { anyOf } from '../factors/names-shown.ts';
import { isSingle, toMethodKind } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { methodName } from '../methods/method-name.ts';
import { shownFirst } from '../methods/shown-first.ts';
import { nextPath } from '../session/next-path.ts';
import { useSession } from '../session/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { LargePostmark } from '../ui/large-postmark.tsx';
import { Note } from '../ui/note.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { DefaultButton, useDefault } from './default-button.tsx';
import { usePassage } from './passage.ts';
import { type Step, stepsOf } from './paths.ts';
import { WizardFrame } from './wizard-frame.tsx';
import './done-page.css';

/** The first method turns two-factor on; after that there is only more of the same. */
type Achieved = 'on' | 'joined' | 'replaced' | 'added' | 'first';

interface DoneProps {
	readonly kind: MethodKind;
	/** The one that was set up. */
	readonly method: MethodView;
	readonly all: readonly MethodView[];
	readonly steps: readonly Step[];
	readonly achieved: Achieved;
	/** Since when two-factor is on, ISO 8601: that is what the postmark says. */
	readonly onSince: string;
	/** Others use the mailbox too, and can do so from now on only if they are invited. */
	readonly shared: boolean;
}

/** How it is used: the only method by itself; one of several beside the others, which may come first. */
const HowToUse = ({ kind, method, all }: Pick<DoneProps, 'kind' | 'method' | 'all'>) => {
	const { t, language } = useWords();
	const say = useProblemWords();
	const choosing = useDefault();
	const [chosen, setChosen] = useState(false);
	const first = shownFirst(all);
	if (all.length === 1 || !first) return <p role="status">{t(`factors.${kind}.done.text`)}</p>;
	const name = methodName(method, all, t);
	if (chosen) {
		return (
			<Note tone="plain" takesFocus>
				<p>{t('methods.madeDefault', { name })}</p>
			</Note>
		);
	}
	const called = t(`factors.${first.kind}.name`);
	const alike = all.filter((each) => each.kind === kind);
	// One question takes the answer of any of them.
	if (first.kind === kind && alike.length > 1) {
		const names = alike.map((each) => methodName(each, all, t));
		return <p role="status">{t('enrolments.done.sameKind', { names: anyOf(names, language) })}</p>;
	}
	return (
		<>
			<p role="status">
				{t('enrolments.done.either', {
					method: first.name === '' ? called : t('activity.namedMethod', { kind: called, name: first.name }),
				})}
			</p>
			<DefaultButton
				method={method}
				name={name}
				all={all}
				named
				busy={choosing.busy}
				onChoose={() => choosing.run(method, () => setChosen(true))}
			/>
			{choosing.problem && (
				<Note tone="error">
					<p>{say(choosing.problem)}</p>
				</Note>
			)}
		</>
	);
};

const Done = ({ kind, method, all, steps, achieved, onSince, shared }: DoneProps) => {
	const { t, times } = useWords();
	const [query] = useSearchParams();
	const goingTo = nextPath(query.get('next'));
	const on = achieved === 'on';
	const first = on || achieved === 'joined';
	const deed = (): string => {
		if (on) return t('enrolments.done.title');
		if (achieved === 'replaced') return t(`factors.${kind}.done.replaced`);
		return achieved === 'added' && !isSingle(kind) ? t(`factors.${kind}.done.added`) : t(`factors.${kind}.done.first`);
	};
	return (
		<WizardFrame steps={steps} step="done" title={deed()}>
			<div className="enrolment-done">
				<div className="stack">
					<HowToUse kind={kind} method={method} all={all} />
					{achieved === 'joined' && <p>{t('enrolments.done.ownMail')}</p>}
					{on && (
						<Note tone="warning" announce={false}>
							<p>
								<b>{t('enrolments.done.mailTitle')}</b>
							</p>
							<p>{t('enrolments.done.mailText')}</p>
						</Note>
					)}
					{kind === 'passkey' && all.length === 1 && (
						<Note
							tone="plain"
							announce={false}
							end={<ButtonLink to="/security/methods">{t('enrolments.done.another')}</ButtonLink>}
						>
							<p>
								<b>{t('enrolments.done.aloneTitle')}</b>
							</p>
							<p>{t('enrolments.done.aloneText')}</p>
						</Note>
					)}
				</div>
				<LargePostmark
					fresh={first}
					top={t('enrolments.done.mark')}
					low={t('enrolments.done.markLow')}
					date={times.postmark(onSince).whole}
					label={t('overview.markLabel', { day: times.day(onSince) })}
				/>
			</div>
			<Ends>
				<ButtonLink to={goingTo ?? '/security'} manner={first ? 'plain' : 'go'}>
					{goingTo ? t('enrolments.done.goOn') : t('enrolments.done.later')}
				</ButtonLink>
				{on && shared && <ButtonLink to="/security/people">{t('enrolments.done.invite')}</ButtonLink>}
				{first && (
					<ButtonLink to="/security/client-passwords/new" manner="go">
						{t('enrolments.done.make')}
					</ButtonLink>
				)}
			</Ends>
		</WizardFrame>
	);
};

/** It counts from now on, and what that changes for the mail apps. */
const DonePage = () => {
	const { state, problem, refresh } = useSession();
	const { t } = useWords();
	const say = useProblemWords();
	const passage = usePassage();
	const arriving = passage !== undefined;
	useEffect(() => {
		if (arriving) void refresh();
	}, [arriving, refresh]);

	if (state?.state !== 'signed-in') {
		// The last step has just been passed and the session that says so is on its way; anybody else has a set-up to do first.
		if (!arriving) return <Navigate replace to="/set-up" />;
		return problem ? (
			<Unreachable
				title={t('shell.unreachable')}
				text={say(problem)}
				retry={t('shell.retry')}
				onRetry={() => void refresh()}
			/>
		) : (
			<Waiting text={t('shell.loading')} />
		);
	}
	return <Achievement shared={state.account.kind === 'shared'} />;
};

const Achievement = ({ shared }: Pick<DoneProps, 'shared'>) => {
	const { t } = useWords();
	const say = useProblemWords();
	const passage = usePassage();
	const [query] = useSearchParams();
	const named = toMethodKind(useParams().kind) ?? passage?.kind ?? undefined;
	const replaced = query.get('replaces');
	const { data, problem, again } = useRead('GET /api/methods');
	if (problem)
		return <Unreachable title={t('shell.unreachable')} text={say(problem)} retry={t('shell.retry')} onRetry={again} />;
	if (!data) return <Waiting text={t('shell.loading')} />;
	const oldestFirst = data.methods.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
	const own = oldestFirst.filter(({ kind }) => named === undefined || kind === named);
	const [oldest] = oldestFirst;
	const newest = own.at(-1);
	if (!oldest || !newest) return <Navigate replace to="/security" />;
	const { kind } = newest;
	const method = own.find(({ id }) => id === replaced) ?? newest;
	const achieved = (): Achieved => {
		if (replaced !== null) return 'replaced';
		if (passage?.reason === 'invited') return 'joined';
		// Who starts anew with the help desk's code had two-factor on all along.
		if (data.methods.length === 1 && passage?.reason !== 'reset') return 'on';
		return own.length === 1 ? 'first' : 'added';
	};
	return (
		<Done
			kind={kind}
			method={method}
			all={data.methods}
			steps={stepsOf(kind, passage?.recovery === true)}
			achieved={achieved()}
			shared={shared}
			onSince={oldest.createdAt}
		/>
	);
};

export default DonePage;
