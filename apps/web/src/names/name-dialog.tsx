import { type NameProblem, nameProblem } from '@mailward/shared/names.ts';
import { useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogEnds } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';

interface NameDialogProps {
	readonly title: string;
	readonly text?: string;
	readonly label: string;
	readonly submit: string;
	/** The name there is. */
	readonly name: string;
	/** Whose words to use for a name that cannot be. */
	readonly of: 'methodName' | 'personName';
	readonly busy: boolean;
	readonly problem: Problem | undefined;
	readonly onName: (name: string) => void;
	readonly onClose: () => void;
}

/** Asks for a name. What is wrong with it is said before it is sent. */
export const NameDialog = ({ title, text, label, submit, of, busy, problem, ...rest }: NameDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const [name, setName] = useState(rest.name);
	const [unfit, setUnfit] = useState<{ reason: NameProblem }>();
	const refused = problem?.code === 'method.name_invalid' || problem?.code === 'person.name_invalid';
	const fault = unfit
		? { text: t(`forms.${of}.${unfit.reason}`), cause: unfit }
		: problem && refused
			? { text: say(problem), cause: problem }
			: undefined;
	return (
		<Dialog title={title} onClose={rest.onClose}>
			<form
				method="post"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					const reason = nameProblem(name);
					setUnfit(reason && { reason });
					if (!reason) rest.onName(name.trim());
				}}
			>
				<div className="stack">
					{text !== undefined && <p className="muted">{text}</p>}
					{problem && !refused && (
						<Note tone="error">
							<p>{say(problem)}</p>
						</Note>
					)}
					<Field
						label={label}
						name="name"
						type="text"
						autoComplete="off"
						value={name}
						onValue={setName}
						problem={fault}
					/>
				</div>
				<DialogEnds>
					<Button onClick={rest.onClose}>{t('shell.cancel')}</Button>
					<Button type="submit" manner="go" busy={busy}>
						{submit}
					</Button>
				</DialogEnds>
			</form>
		</Dialog>
	);
};
