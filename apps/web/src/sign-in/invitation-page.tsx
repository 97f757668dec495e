import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { PaperCodeField, usePaperCode } from '../ui/paper-code-field.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { SecondStep, type SecondStepView } from './second-step.tsx';
import { useSecondStepPath } from './ways-out.tsx';

const Invitation = ({ state: { shared }, onFault }: SecondStepView) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { become } = useSession();
	const pathOf = useSecondStepPath();
	const joining = useAct(async (code: string) => {
		onFault(false);
		// The new state leads to their own set-up.
		become(await call('POST /api/sign-in/invitation', { body: { code } }));
	});
	const { problem } = joining;
	const rejected = problem?.code === 'invitation.rejected' ? problem : undefined;
	const { typed, setTyped, malformed, send } = usePaperCode(joining.run);
	return (
		<>
			<StepTitle step={t('signIn.invitation.title')} />
			<p className="muted">{t('signIn.invitation.next')}</p>
			<form
				className="stack"
				method="post"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					send();
				}}
			>
				{problem && !rejected && (
					<Note tone="error">
						<p>{say(problem)}</p>
					</Note>
				)}
				<PaperCodeField
					label={t(shared ? 'signIn.invitation.label' : 'signIn.invitation.resetLabel')}
					hint={t('signIn.invitation.hint')}
					value={typed}
					onValue={setTyped}
					problem={
						malformed
							? { text: t(`forms.paperCode.${malformed.why}`), cause: malformed }
							: rejected && { text: say(rejected), cause: rejected }
					}
				/>
				<Button type="submit" manner="go" wide busy={joining.busy}>
					{t('signIn.invitation.submit')}
				</Button>
				<ButtonLink wide to={pathOf('verify')}>
					{t('signIn.back')}
				</ButtonLink>
			</form>
		</>
	);
};

/** Somebody who was invited, or whom the help desk knows to have lost everything, says so here. */
const InvitationPage = () => <SecondStep>{(view) => <Invitation {...view} />}</SecondStep>;

export default InvitationPage;
