import { loadInsideWords } from '../locales/load-words.ts';

/** Fetches what the second step is made of. What does not arrive is asked for again, and told, by the page that needs it. */
export const fetchSecondStep = (): void => {
	// The words first: they are one large file, and a browser asks for a few at a time.
	Promise.all([loadInsideWords(), import('./verify-page.tsx')]).catch(() => undefined);
};
