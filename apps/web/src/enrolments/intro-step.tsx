import { useNavigate } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { factors } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Note } from '../ui/note.tsx';
import type { Wizard } from './use-wizard.ts';

/** What it takes. Nothing is made before the person says that they are ready. */
export const IntroStep = ({ wizard, due }: { wizard: Wizard; due: boolean }) => {
	const { kind, enrolment, beginning, pathOf } = wizard;
	const { t } = useWords();
	const say = useProblemWords();
	const navigate = useNavigate();
	const forget = useForget();
	const cancelling = useAct(async () => {
		if (enrolment) await call('DELETE /api/enrolments/{id}', { params: { id: enrolment.id } });
		await forget('GET /api/enrolments/current');
		await navigate('/security/methods');
	});
	if (!kind) return null;
	const { SetUp } = factors[kind];
	const problem = beginning.problem ?? cancelling.problem;
	return (
		<>
			<div className="stack">
				<SetUp step="intro" />
				{!wizard.replaces && (
					<Note tone={wizard.twoFactor ? 'plain' : 'warning'} announce={false}>
						<p>{t(wizard.twoFactor ? 'enrolments.another' : 'enrolments.mailApps')}</p>
					</Note>
				)}
			</div>
			{problem && (
				<Note tone="error">
					<p>{say(problem)}</p>
				</Note>
			)}
			<Ends>
				{!due && (
					<Button busy={cancelling.busy} onClick={() => cancelling.run()}>
						{t('shell.cancel')}
					</Button>
				)}
				{enrolment ? (
					<ButtonLink to={pathOf('connect')} manner="go">
						{t(`factors.${kind}.intro.resume`)}
					</ButtonLink>
				) : (
					<Button manner="go" busy={beginning.busy} onClick={() => beginning.run()}>
						{t(`factors.${kind}.intro.submit`)}
					</Button>
				)}
			</Ends>
		</>
	);
};
