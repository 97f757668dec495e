import './logotype.css';

/** The mark is the envelope in a ring, left open where the cancel lines run out; name and 邮卫 are strokes, no font. */
export const Logotype = () => (
	<svg
		className="logotype"
		viewBox="0 0 214 32"
		preserveAspectRatio="xMinYMid slice"
		role="img"
		aria-label="Mailward 邮卫"
		fill="none"
		stroke="currentColor"
		strokeWidth="2.3"
		strokeLinecap="round"
		strokeLinejoin="round"
	>
		<path strokeWidth="2.2" d="M26.6 9.2A13 13 0 1 0 26.6 22.8M9 21.5V11l7 6 7-6v10.5z" />
		<path
			className="cancelled"
			strokeWidth="2.2"
			d="M27 12.2q2.2-1.8 4.4 0t4.4 0M28 16q2.2-1.8 4.4 0t4.4 0M27 19.8q2.2-1.8 4.4 0t4.4 0"
		/>
		<g transform="translate(46 1)">
			<path d="M0 24V7l8 10.5L16 7v17M32.5 12v12M38 12v12M43.5 5v19m4.5-12 4.2 12 4.3-11 4.3 11L65 12M80.5 12v12M86.5 24V12m0 6a6 6 0 0 1 5.5-6M107 5v19" />
			<circle cx="26.5" cy="18" r="6" />
			<circle cx="74.5" cy="18" r="6" />
			<circle cx="101" cy="18" r="6" />
			<circle cx="38" cy="7" r="1.7" fill="currentColor" stroke="none" />
		</g>
		<g transform="translate(165 1)">
			<path d="M1 10.5h11.5v13H1zM6.75 5v18.5M1 17h11.5" />
			<path d="M17 26V6.5h6l-3 6.3c3.2.8 4.4 3.2 3.7 5.6-.4 1.5-1.6 2.2-3.4 1.9" />
			<path d="M31 7h14v7.5c0 1.6-.8 2.3-3 2M38 7v16.5M29 23.5h18.5" />
		</g>
	</svg>
);
