import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog, DialogEnds } from './dialog.tsx';
import { Note } from './note.tsx';

interface AskDialogProps {
	readonly title: string;
	/** What follows from going on. */
	readonly children: ReactNode;
	/** The answer that changes nothing. */
	readonly keep: string;
	readonly confirm: string;
	/** `destructive` where something ends that does not come back. */
	readonly manner?: 'destructive' | 'go';
	readonly busy: boolean;
	/** What came of the last attempt, in words. */
	readonly problem: string | undefined;
	readonly onConfirm: () => void;
	readonly onClose: () => void;
}

/** Names what is about to happen, and what follows from it, before it does. */
export const AskDialog = ({ title, children, keep, confirm, manner = 'destructive', ...rest }: AskDialogProps) => (
	<Dialog title={title} onClose={rest.onClose}>
		<div className="stack">
			{children}
			{rest.problem !== undefined && (
				<Note tone="error">
					<p>{rest.problem}</p>
				</Note>
			)}
		</div>
		<DialogEnds>
			<Button onClick={rest.onClose}>{keep}</Button>
			<Button manner={manner} busy={rest.busy} onClick={rest.onConfirm}>
				{confirm}
			</Button>
		</DialogEnds>
	</Dialog>
);
