import { Button } from './button.tsx';
import { Note } from './note.tsx';
import { StepTitle } from './step-title.tsx';
import './waiting.css';

/** What stands where something is still on its way. */
export const Waiting = ({ text }: { text: string }) => (
	<div className="waiting" role="status">
		<span>{text}</span>
	</div>
);

interface UnreachableProps {
	/** The heading, where the page has none of its own yet. */
	readonly title?: string;
	readonly text: string;
	readonly retry: string;
	readonly onRetry: () => void;
}

/** What stands where something could not be fetched. */
export const Unreachable = ({ title, text, retry, onRetry }: UnreachableProps) => (
	<div className="unreachable">
		{title !== undefined && <StepTitle step={title} />}
		<Note tone="error">
			<p>{text}</p>
		</Note>
		<Button onClick={onRetry}>{retry}</Button>
	</div>
);
