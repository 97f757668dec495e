import type { EnrolmentAnswer } from '@mailward/shared/contract/enrolments.ts';
import { Suspense } from 'react';
import { useNavigate } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { serverNow } from '../api/server-clock.ts';
import { useAct } from '../api/use-act.ts';
import { findsFault } from '../challenges/obstacle.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { usePassed } from '../ui/use-clock.ts';
import { Waiting } from '../ui/waiting.tsx';
import type { Passage } from './passage.ts';
import { useNameField } from './use-name-field.tsx';
import type { OwnEnrolment, Wizard } from './use-wizard.ts';

/** One test. Only after it does the method count, and only then does the one it replaces end. */
export const ProveStep = ({ wizard, enrolment }: { wizard: Wizard; enrolment: OwnEnrolment }) => {
	const { kind, faces, steps, recovery, reason, beginning, pathOf } = wizard;
	const { t } = useWords();
	const say = useProblemWords();
	const navigate = useNavigate();
	const verified = useVerified();
	const forget = useForget();
	const proving = useAct(async (answer: EnrolmentAnswer) => {
		await verified(() => call('POST /api/enrolments/{id}/answer', { params: { id: enrolment.id }, body: answer }));
		const passage: Passage = { kind, recovery, reason };
		// The last page looks for the new method in the list.
		await forget('GET /api/methods');
		// The next page asks for the new session: learned here, the guard of this page would lead elsewhere first.
		await navigate(pathOf(recovery ? 'recovery' : 'done'), { replace: true, state: passage });
	});
	const { problem } = proving;
	const { name, isNamed, field } = useNameField(wizard, problem);
	const expired = usePassed(serverNow, Date.parse(enrolment.expiresAt)) || problem?.code === 'enrolment.expired';
	const aboutName = problem?.code === 'method.name_invalid';

	const { Prove } = faces;
	const before = steps[steps.indexOf(faces.steps.at(-1)?.name ?? 'intro') - 1] ?? 'intro';
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
				<div className="narrow">
					<Suspense fallback={<Waiting text={t('shell.loading')} />}>
						<Prove
							prompt={enrolment.prompt}
							submit={(answer) => proving.run({ ...answer, ...(name !== undefined && { name }) })}
							busy={proving.busy}
							problem={
								problem && !aboutName ? { text: say(problem), cause: problem, wrong: findsFault(problem) } : undefined
							}
							nameField={field}
							isNamed={isNamed}
						/>
					</Suspense>
				</div>
			)}
			<Ends>
				<ButtonLink to={pathOf(before)}>
					<Icon name="back" small />
					{t('enrolments.back')}
				</ButtonLink>
				{expired && (
					<Button manner="go" busy={beginning.busy} onClick={() => beginning.run()}>
						{t(`factors.${kind}.restart`)}
					</Button>
				)}
			</Ends>
		</>
	);
};
