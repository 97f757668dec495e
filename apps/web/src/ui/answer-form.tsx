import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Ends } from './ends.tsx';
import { Note } from './note.tsx';

interface AnswerFormProps {
	/** What the button says. */
	readonly action: string;
	readonly busy: boolean;
	readonly onSend: () => void;
	/** What went wrong that is no fault of a field, in words. */
	readonly problem?: string | undefined;
	/** It only has to be waited for. */
	readonly waits?: boolean | undefined;
	readonly children: ReactNode;
	/** What else can be done, below the button. */
	readonly below?: ReactNode;
	/** The way back, where the form is a step: then the button stands beside it as in every other step. */
	readonly back?: ReactNode;
}

/** A question with one answer: fields and one button, wide unless there is a way back. While the answer is on its way, Enter sends no other. */
export const AnswerForm = ({
	action,
	busy,
	onSend,
	problem,
	waits = false,
	children,
	below,
	back,
}: AnswerFormProps) => (
	<form
		className="stack"
		method="post"
		noValidate
		onSubmit={(event) => {
			event.preventDefault();
			if (!busy) onSend();
		}}
	>
		{problem !== undefined && (
			<Note tone={waits ? 'warning' : 'error'}>
				<p>{problem}</p>
			</Note>
		)}
		{children}
		{back === undefined ? (
			<Button type="submit" manner="go" wide busy={busy}>
				{action}
			</Button>
		) : (
			<Ends>
				{back}
				<Button type="submit" manner="go" busy={busy}>
					{action}
				</Button>
			</Ends>
		)}
		{below}
	</form>
);
