import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Note } from '../ui/note.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';

interface ReplaceCardProps {
	readonly title: string;
	/** What follows from it. */
	readonly children: ReactNode;
	readonly busy: boolean;
	readonly problem: Problem | undefined;
	readonly onReplace: () => void;
}

/** One click to a new password in the same place. */
export const ReplaceCard = ({ title, children, busy, problem, onReplace }: ReplaceCardProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	return (
		<div className="one-thing">
			<Sheet>
				<div className="stack">
					<StepTitle step={title} />
					{problem && (
						<Note tone="error">
							<p>{say(problem)}</p>
						</Note>
					)}
					{children}
					<Ends>
						<ButtonLink to="/security/client-passwords">{t('clientPasswords.gone.list')}</ButtonLink>
						<Button manner="go" busy={busy} onClick={onReplace}>
							{t('clientPasswords.gone.replace')}
						</Button>
					</Ends>
				</div>
			</Sheet>
		</div>
	);
};
