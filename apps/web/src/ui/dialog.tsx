import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import './dialog.css';

interface DialogProps {
	readonly title: string;
	/** Esc, or the answer that changes nothing. */
	readonly onClose: () => void;
	readonly children: ReactNode;
}

/** A native modal dialog, open while it is rendered; the browser gives the focus back where it was. A click outside does nothing. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
	const id = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	// While it is still in the page, at either end: only then does the browser know where the focus was.
	useLayoutEffect(() => {
		const element = dialog.current;
		if (element && !element.open) element.showModal();
		return () => element?.close();
	}, []);
	return (
		<dialog
			ref={dialog}
			className="dialog"
			aria-labelledby={id}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
		>
			<h2 id={id} tabIndex={-1}>
				{title}
			</h2>
			{children}
		</dialog>
	);
};

/** The answers at the foot of a dialog. */
export const DialogEnds = ({ children }: { children: ReactNode }) => <div className="dialog-ends">{children}</div>;
