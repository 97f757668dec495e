import { useSearchParams } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { PaperCodeForm } from '../ui/paper-code-form.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { SecondStep, type SecondStepView } from './second-step.tsx';
import { helpDesk, useSecondStepPath } from './ways-out.tsx';

const Invitation = ({ state: { shared }, onFault }: SecondStepView) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { become } = useSession();
	const pathOf = useSecondStepPath();
	const [query] = useSearchParams();
	const given = shared && query.get('from') !== helpDesk ? 'invitation' : 'setUpCode';
	const joining = useAct(async (code: string) => {
		onFault(false);
		// The new state leads to their own set-up.
		become(await call('POST /api/sign-in/invitation', { body: { code } }));
	});
	const { problem } = joining;
	return (
		<>
			<StepTitle key={given} step={t(`signIn.${given}.title`)} />
			<p className="muted">{t(`signIn.${given}.next`)}</p>
			<PaperCodeForm
				label={t(`signIn.${given}.label`)}
				hint={t('signIn.invitation.hint')}
				sayMalformed={(why) => t(`forms.paperCode.${why}`)}
				onCode={joining.run}
				busy={joining.busy}
				problem={
					problem && {
						text: say(problem),
						cause: problem,
						wrong: problem.code === 'invitation.rejected',
						waits: problem.code === 'factor.throttled',
					}
				}
				action={t('signIn.invitation.submit')}
				below={
					<ButtonLink wide to={pathOf('verify')}>
						{t('signIn.back')}
					</ButtonLink>
				}
			/>
		</>
	);
};

/** Somebody who was invited, or whom the help desk knows to have lost everything, says so here. */
const InvitationPage = () => <SecondStep>{(view) => <Invitation {...view} />}</SecondStep>;

export default InvitationPage;
