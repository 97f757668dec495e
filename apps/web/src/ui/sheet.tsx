import type { ReactNode } from 'react';
import './sheet.css';

/** The 5-px edge of an airmail envelope: on the sheet at the door, on the page's top inside. */
export const EnvelopeEdge = () => <div className="envelope-edge" />;

/** One white card on the desk. */
export const Sheet = ({ edge = false, children }: { edge?: boolean; children: ReactNode }) => (
	<div className="sheet">
		{edge && <EnvelopeEdge />}
		<div className="body">{children}</div>
	</div>
);
