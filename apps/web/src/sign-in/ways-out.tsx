import { Link, useSearchParams } from 'react-router-dom';
import { ChoiceWords } from '../challenges/method-choices.tsx';
import { useWords } from '../locales/words.tsx';
import { nextPath, withNext } from '../session/next-path.ts';

/** The pages of the second step, each with the way on kept. */
export const useSecondStepPath = () => {
	const [query] = useSearchParams();
	const next = nextPath(query.get('next'));
	return (page: 'verify' | 'recovery' | 'invitation') => withNext(`/sign-in/${page}`, next);
};

/** The end of the list of methods: somebody who is new to a shared mailbox, and somebody whom no method helps. */
export const WaysOut = ({ shared }: { shared: boolean }) => {
	const { t } = useWords();
	const pathOf = useSecondStepPath();
	return (
		<>
			<li>
				<Link className="method-choice" to={pathOf('recovery')}>
					<ChoiceWords icon="desk" title={t('challenges.none')} text={t('challenges.noneHint')} />
				</Link>
			</li>
			{shared && (
				<li>
					<Link className="method-choice" to={pathOf('invitation')}>
						<ChoiceWords icon="people" title={t('signIn.invitation.link')} text={t('signIn.invitation.linkText')} />
					</Link>
				</li>
			)}
		</>
	);
};
