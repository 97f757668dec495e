import './postmark.css';

interface PostmarkProps {
	/** What was verified, in a few characters: a time, a day. */
	readonly main: string;
	/** Below it: the step, the protocol, the year. */
	readonly low: string;
	readonly label: string;
	/** Struck this very moment: it comes down on the paper once. */
	readonly fresh?: boolean;
}

/** Verified. The one glyph that is post green, and post green means nothing else. */
export const Postmark = ({ main, low, label, fresh = false }: PostmarkProps) => (
	<svg className={fresh ? 'postmark fresh' : 'postmark'} viewBox="0 0 48 48" role="img" aria-label={label}>
		<g>
			<circle cx="24" cy="24" r="22.5" strokeWidth="1.6" strokeDasharray="118 3.4 17 2.97" />
			<path d="M2.6 17.2h42.8M2.6 31.4h42.8" strokeWidth="1.1" />
			<path d="m20.4 10.2 2.7 2.7 5-5.3" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" />
			{/* A fixed length keeps the day inside the ring whatever the system font is. */}
			<text
				x="24"
				y="28.5"
				fontSize="12"
				{...(main.length > 4 ? { textLength: 35, lengthAdjust: 'spacingAndGlyphs' } : {})}
			>
				{main}
			</text>
			<text x="24" y="40" fontSize="8">
				{low}
			</text>
		</g>
	</svg>
);

interface RingProps {
	readonly text: string;
	/** Absent where words beside it say the same. */
	readonly label?: string | undefined;
	/** Solid ink instead of dashes: you are here. */
	readonly here?: boolean;
}

/** A place for a postmark. */
export const Ring = ({ text, label, here = false }: RingProps) => (
	<svg
		className={here ? 'postmark here' : 'postmark empty'}
		viewBox="0 0 48 48"
		role="img"
		aria-label={label}
		aria-hidden={label === undefined}
	>
		<circle className="ring" cx="24" cy="24" r="22.5" strokeWidth={here ? 2 : 1.5} />
		<text x="24" y="29.5" fontSize="15">
			{text}
		</text>
	</svg>
);

/** A code that was wrong: the stamp slipped, its ring is broken and doubled, and it bears no day. */
export const MisstruckRing = ({ label }: { label: string }) => (
	<svg className="postmark struck-wrong fresh" viewBox="0 0 48 48" role="img" aria-label={label}>
		<g>
			<circle cx="24" cy="24" r="22.5" strokeWidth="1.8" strokeDasharray="52 9 31 6 28 15.4" />
			<circle className="ghost" cx="26.6" cy="26" r="22.5" strokeWidth="1" strokeDasharray="38 30 20 53.4" />
			<path d="m18 18 12 12M30 18 18 30" strokeWidth="2.2" strokeLinecap="round" />
		</g>
	</svg>
);

/** The ring with its tick alone, for rows too small for a date; without a label where words beside it say the same. */
export const PassedRing = ({ label }: { label?: string }) => (
	<svg className="postmark" viewBox="0 0 48 48" role="img" aria-label={label} aria-hidden={label === undefined}>
		<g>
			<circle cx="24" cy="24" r="22" strokeWidth="3" strokeDasharray="116 4 14 4.2" />
			<path d="m14.5 25 6.5 6.5 13-14" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" />
		</g>
	</svg>
);

const wave = (y: number) => `M0 ${y}${'q8-8 16 0t16 0'.repeat(12)}`;
const waves = [6, 20, 34, 48, 62].map(wave).join('');

/** The lines that run from a postmark across the stamp, or off the edge of the sheet. */
export const CancelLines = ({ fresh = false }: { fresh?: boolean }) => (
	<svg className={fresh ? 'cancel-lines fresh' : 'cancel-lines'} viewBox="0 0 384 68" aria-hidden="true">
		<path d={waves} />
	</svg>
);
