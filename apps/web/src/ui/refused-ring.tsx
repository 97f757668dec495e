import './postmark.css';

/** Something that was refused: the ring broken, and a cross where the tick would be. Beside words that say so. */
export const RefusedRing = () => (
	<svg className="postmark struck-wrong" viewBox="0 0 48 48" aria-hidden="true">
		<g>
			<circle cx="24" cy="24" r="22" strokeWidth="3" strokeDasharray="52 9 31 6 28 12.2" />
			<path d="m17 17 14 14M31 17 17 31" strokeWidth="4" strokeLinecap="round" />
		</g>
	</svg>
);
