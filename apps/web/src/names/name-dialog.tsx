import { type NameProblem, nameProblem } from '@mailward/shared/names.ts';
import { useEffect, useRef, useState } from 'react';
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

/** Refusals that find fault with the name. */
const aboutName: ReadonlySet<string> = new Set(['method.name_invalid', 'person.name_invalid', 'person.name_taken']);

/** Asks for a name. What is wrong with it is said before it is sent. */
export const NameDialog = ({ title, text, label, submit, of, busy, problem, ...rest }: NameDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const [name, setName] = useState(rest.name);
	const [unfit, setUnfit] = useState<{ reason: NameProblem }>();
	const form = useRef<HTMLFormElement>(null);
	// The dialog gives the focus to its heading first. The name there is stands ready to be typed over.
	useEffect(() => {
		const field = form.current?.elements.namedItem('name');
		if (!(field instanceof HTMLInputElement)) return;
		field.focus();
		field.select();
	}, []);
	const refused = problem !== undefined && aboutName.has(problem.code);
	const fault = unfit
		? { text: t(`forms.${of}.${unfit.reason}`), cause: unfit }
		: problem && refused
			? { text: say(problem), cause: problem }
			: undefined;
	return (
		<Dialog title={title} onClose={rest.onClose}>
			<form
				ref={form}
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
