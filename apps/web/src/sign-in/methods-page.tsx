import { useNavigate } from 'react-router-dom';
import { MethodChoices } from '../challenges/method-choices.tsx';
import { useStarting } from '../challenges/use-starting.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Note } from '../ui/note.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { SecondStep, type SecondStepView } from './second-step.tsx';
import { NotInvited, useSecondStepPath, WayIn, WayOut } from './ways-out.tsx';

const Methods = ({ state, onChallenge }: SecondStepView) => {
	const { t } = useWords();
	const say = useProblemWords();
	const navigate = useNavigate();
	const pathOf = useSecondStepPath();
	const { challenge } = state;
	const starting = useStarting((started) => {
		onChallenge(started);
		return navigate(pathOf('verify'));
	});
	return (
		<>
			<StepTitle step={t('signIn.methods.title')} />
			<p className="muted">{t('signIn.methods.lead')}</p>
			{starting.problem && (
				<Note tone="error">
					<p>{say(starting.problem)}</p>
				</Note>
			)}
			<MethodChoices
				challenge={challenge}
				methods={challenge.methods}
				onChoose={(kind) => {
					// The one under way is gone back to as it is.
					if (kind === challenge.kind) void navigate(pathOf('verify'));
					else starting.run(kind);
				}}
			>
				<WayOut methods={challenge.methods.length} listed={challenge.methods.length} />
				{state.shared && (
					<li>
						<WayIn />
						<NotInvited />
					</li>
				)}
			</MethodChoices>
		</>
	);
};

/** Every method on a page of its own, for those who come by its address. */
const MethodsPage = () => <SecondStep>{(view) => <Methods {...view} />}</SecondStep>;

export default MethodsPage;
