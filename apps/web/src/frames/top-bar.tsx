import { Link } from 'react-router-dom';
import { useAct } from '../api/use-act.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { Logotype } from '../ui/logotype.tsx';
import { Note } from '../ui/note.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import './top-bar.css';

/** The head of every page: the logotype, the other language, and for those who are known the way out. */
export const TopBar = () => {
	const { t } = useWords();
	const { state, signOut } = useSession();
	const say = useProblemWords();
	const leaving = useAct(signOut);
	const account = state?.state === 'signed-in' || state?.state === 'awaiting-set-up' ? state.account : undefined;
	return (
		<>
			<header className="top-bar">
				{state?.state === 'signed-in' ? (
					<Link to="/security" aria-label={t('shell.home')}>
						<Logotype />
					</Link>
				) : (
					<Logotype />
				)}
				<div className="ways">
					<LanguageSwitch />
					{account && (
						<>
							<span className="who">{account.name || account.address}</span>
							<Button manner="quiet" compact busy={leaving.busy} onClick={() => leaving.run()}>
								{t('shell.signOut')}
							</Button>
						</>
					)}
				</div>
			</header>
			{leaving.problem && (
				<div className="top-bar-problem">
					<Note tone="error">
						<p>{say(leaving.problem)}</p>
					</Note>
				</div>
			)}
		</>
	);
};
