import type { EnrolmentAnswer } from '@mailward/shared/contract/enrolments.ts';
import { Suspense, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { serverNow } from '../api/server-clock.ts';
import { useAct } from '../api/use-act.ts';
import { useFollowing } from '../api/use-following.ts';
import { findsFault } from '../challenges/obstacle.ts';
import { useVerified } from '../challenges/verification.tsx';
import { isElsewhere } from '../factors/registry.ts';
import { useMethodProblemWords } from '../locales/use-method-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { usePassed } from '../ui/use-clock.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Instead, isAboutNumber } from './instead.tsx';
import type { Passage } from './passage.ts';
import { useNameField } from './use-name-field.tsx';
import type { OwnEnrolment, Wizard } from './use-wizard.ts';

/** One test. Only after it does the method count, and only then does the one it replaces end. */
export const ProveStep = ({ wizard, enrolment }: { wizard: Wizard; enrolment: OwnEnrolment }) => {
	const { kind, faces, steps, recovery, reason, beginning, renewed, pathOf } = wizard;
	const { t } = useWords();
	const say = useMethodProblemWords(kind);
	const navigate = useNavigate();
	const verified = useVerified();
	const forget = useForget();
	const { id } = enrolment;
	const params = { id };
	// Then there is nothing left to follow.
	const [proved, setProved] = useState(false);
	const proving = useAct(async (answer: EnrolmentAnswer) => {
		await verified(() => call('POST /api/enrolments/{id}/answer', { params, body: answer }), 'finishSetUp');
		setProved(true);
		const passage: Passage = { kind, recovery, reason };
		// The last page looks for the new method in the list.
		await forget('GET /api/methods');
		// The next page asks for the new session: learned here, the guard of this page would lead elsewhere first.
		await navigate(pathOf(recovery ? 'recovery' : 'done'), { replace: true, state: passage });
	});
	const { problem } = proving;
	const { name, isNamed, field } = useNameField(wizard, problem);
	const late = usePassed(serverNow, Date.parse(enrolment.expiresAt));
	const following = useFollowing('/api/enrolments/{id}', id, isElsewhere(kind) && !late && !proving.busy && !proved);
	const sending = useAct(async (number: string) => {
		// What was said of a code before is not said of the one to come.
		proving.forget();
		const message = () => call('POST /api/enrolments/{id}/message', { params, body: { number } });
		const sent = await verified(message, 'finishSetUp');
		if (sent.kind === 'sms') following.take({ kind: 'sms', prompt: sent.prompt });
		// The pages before and after this one ask for it as it is now.
		void forget('GET /api/enrolments/current');
	});
	const unsent = sending.problem;
	const expired = late || [problem, unsent, following.over].some((each) => each?.code === 'enrolment.expired');
	const aboutName = problem?.code === 'method.name_invalid';

	const { Prove } = faces;
	const own = faces.steps.at(-1);
	const before = steps[steps.indexOf(own?.name ?? 'intro') - 1] ?? 'intro';
	const back = (
		<ButtonLink to={pathOf(before)}>
			<Icon name="back" small />
			{t('enrolments.back')}
		</ButtonLink>
	);
	const form = own?.ends ? 'form-with-ends' : 'narrow';
	return (
		<>
			{expired ? (
				<div className="stack">
					<Note tone="warning">
						<p>{t('errors.enrolment.expired')}</p>
					</Note>
					{beginning.problem && (
						<Note tone="error">
							<p>{say(beginning.problem)}</p>
						</Note>
					)}
				</div>
			) : (
				<div className={own?.wide ? undefined : form}>
					<Suspense fallback={<Waiting text={t('shell.loading')} />}>
						<Prove
							prompt={following.news?.prompt ?? enrolment.prompt}
							submit={(answer) => proving.run({ ...answer, ...(name !== undefined && { name }) })}
							busy={proving.busy}
							problem={
								problem && !aboutName ? { text: say(problem), cause: problem, wrong: findsFault(problem) } : undefined
							}
							now={serverNow}
							sending={{
								run: sending.run,
								busy: sending.busy,
								problem: unsent && { text: say(unsent), cause: unsent, wrong: isAboutNumber(unsent) },
							}}
							renewal={{ run: () => beginning.run(), busy: beginning.busy, done: renewed }}
							nameField={field}
							isNamed={isNamed}
							back={back}
						/>
					</Suspense>
					{beginning.problem && (
						<Note tone="error">
							<p>{say(beginning.problem)}</p>
						</Note>
					)}
					{unsent && <Instead wizard={wizard} problem={unsent} />}
				</div>
			)}
			{(expired || !own?.ends) && (
				<Ends>
					{back}
					{expired && (
						<Button manner="go" busy={beginning.busy} onClick={() => beginning.run()}>
							{t(`factors.${kind}.restart`)}
						</Button>
					)}
				</Ends>
			)}
		</>
	);
};
