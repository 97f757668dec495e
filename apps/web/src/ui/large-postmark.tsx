import { useId } from 'react';
import './postmark.css';
import './large-postmark.css';

interface LargePostmarkProps {
	/** On the upper arc. */
	readonly top: string;
	/** In the bridge, a whole date. */
	readonly date: string;
	/** On the lower arc. */
	readonly low: string;
	readonly label: string;
	readonly fresh?: boolean;
}

/** The postmark of the whole account: arcs of text, a dated bridge, its own cancel lines. */
export const LargePostmark = ({ top, date, low, label, fresh = false }: LargePostmarkProps) => {
	const id = useId();
	return (
		<svg
			className={fresh ? 'postmark large fresh' : 'postmark large'}
			viewBox="0 0 124 124"
			role="img"
			aria-label={label}
		>
			<g>
				<circle cx="62" cy="62" r="59.5" strokeWidth="2.4" strokeDasharray="300 5 61 7.85" />
				<path d="M26 49.5a38 38 0 0 1 72 0M26 74.5a38 38 0 0 0 72 0M4 49.5h116M4 74.5h116" strokeWidth="1.3" />
				<path id={`${id}top`} d="M17.5 62a44.5 44.5 0 0 1 89 0" stroke="none" />
				<path id={`${id}low`} d="M8 62a54 54 0 0 0 108 0" stroke="none" />
				<text fontSize="12.5">
					<textPath href={`#${id}top`} startOffset="50%">
						{top}
					</textPath>
				</text>
				<text fontSize="12">
					<textPath href={`#${id}low`} startOffset="50%">
						{low}
					</textPath>
				</text>
				<text x="62" y="68.2" fontSize="18" textLength="98" lengthAdjust="spacingAndGlyphs">
					{date}
				</text>
				<path d="m55 38.5 5 5 10-10.4" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" />
				<path
					d="M40 82q3.7-3.4 7.4 0t7.4 0 7.4 0 7.4 0 7.4 0 7.4 0M46 90q3.7-3.4 7.4 0t7.4 0 7.4 0 7.4 0"
					strokeWidth="1.5"
					strokeLinecap="round"
				/>
			</g>
		</svg>
	);
};

/** The place it will take: the same stamp in dashes, its bridge without a date. */
export const LargeRing = ({ text }: { text: string }) => (
	<svg className="postmark large empty" viewBox="0 0 124 124" aria-hidden="true">
		<g>
			<circle className="ring" cx="62" cy="62" r="59.5" strokeWidth="1.8" />
			<path
				className="ring"
				d="M26 49.5a38 38 0 0 1 72 0M26 74.5a38 38 0 0 0 72 0M4 49.5h116M4 74.5h116"
				strokeWidth="1.2"
			/>
			<text x="62" y="67.5" fontSize="16">
				{text}
			</text>
		</g>
	</svg>
);
