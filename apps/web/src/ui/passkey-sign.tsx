import { Drawing } from './drawing.tsx';

/** Somebody, and the key that stands for them. Apart from the other icons, because the first screen draws it. */
export const passkeyStrokes = (
	<>
		<circle cx="9.5" cy="7.8" r="3.6" />
		<path d="M3 19.5c.5-3.9 3-6 6.5-6 1.1 0 2.1.2 2.9.6" />
		<path d="M18.6 9.9a2.7 2.7 0 1 0 .9 1.6" />
		<path d="M17 14.9v6M17 18.2h2.2" />
	</>
);

export const PasskeySign = () => <Drawing small>{passkeyStrokes}</Drawing>;
