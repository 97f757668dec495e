import { useAct } from '../api/use-act.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import './different-account.css';

/** The way back from the second step: to the form, signed out. */
export const DifferentAccount = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const { signOut } = useSession();
	const leaving = useAct(signOut);
	return (
		<div className="different-account">
			<Button manner="quiet" compact busy={leaving.busy} onClick={() => leaving.run()}>
				{t('signIn.differentAccount')}
			</Button>
			{leaving.problem && (
				<Note tone="error">
					<p>{say(leaving.problem)}</p>
				</Note>
			)}
		</div>
	);
};
