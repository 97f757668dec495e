import type { EnrolmentView } from '@mailward/shared/contract/enrolments.ts';
import { useNavigate } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { serverNow } from '../api/server-clock.ts';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import type { Answer } from '../factors/factor.ts';
import { factors } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { usePassed } from '../ui/use-clock.ts';
import type { Wizard } from './use-wizard.ts';

/** Refusals that find fault with the code itself. */
const aboutTheCode: ReadonlySet<string> = new Set([
	'factor.code_rejected',
	'factor.code_malformed',
	'factor.code_just_used',
	'factor.clock_off',
]);

/** One test code. Only after it does the method count, and only then does the one it replaces end. */
export const TestStep = ({ wizard, enrolment }: { wizard: Wizard; enrolment: EnrolmentView }) => {
	const { kind, beginning, pathOf } = wizard;
	const { t } = useWords();
	const say = useProblemWords();
	const navigate = useNavigate();
	const verified = useVerified();
	const forget = useForget();
	const testing = useAct(async ({ code }: Answer) => {
		await verified(() => call('POST /api/enrolments/{id}/answer', { params: { id: enrolment.id }, body: { code } }));
		await forget('GET /api/methods');
		// The next page asks for the new session: learned here, the guard of this page would lead elsewhere first.
		await navigate(pathOf('done'), { replace: true, state: { passed: true } });
	});
	const { problem } = testing;
	const expired = usePassed(serverNow, Date.parse(enrolment.expiresAt)) || problem?.code === 'enrolment.expired';

	if (!kind) return null;
	const { SetUp } = factors[kind];
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
					<SetUp
						step="test"
						submit={testing.run}
						busy={testing.busy}
						problem={problem && { text: say(problem), cause: problem, wrong: aboutTheCode.has(problem.code) }}
					/>
				</div>
			)}
			<Ends>
				<ButtonLink to={pathOf('connect')}>
					<Icon name="back" small />
					{t('enrolments.back')}
				</ButtonLink>
				{expired && (
					<Button manner="go" busy={beginning.busy} onClick={() => beginning.run()}>
						{t('enrolments.missing.action')}
					</Button>
				)}
			</Ends>
		</>
	);
};
