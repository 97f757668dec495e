import { bestRefusedScore, estimatedPart, isMadeOf } from '@mailward/shared/web-password.ts';

/** How hard a password is to guess: 0 (among the first guesses) to 4. The server refuses up to `bestRefusedScore`. */
export type Strength = 0 | 1 | 2 | 3 | 4;

export interface Question {
	readonly number: number;
	readonly password: string;
	/** What somebody who knows the person would try first. */
	readonly words: readonly string[];
}

export interface Verdict {
	readonly number: number;
	readonly strength: Strength;
}

export interface Estimator {
	/** Asks about a password; an answer to an earlier question that is still out is not told any more. */
	readonly ask: (password: string, words: readonly string[], tell: (strength: Strength) => void) => void;
	readonly end: () => void;
}

/**
 * Fetches the words that guessing begins with (nearly a megabyte), so only for who is about to type a new password; and
 * reads them beside the page, because a phone takes a second for it.
 */
export const startEstimator = (): Estimator => {
	const worker = new Worker(new URL('./estimate-worker.ts', import.meta.url), { type: 'module' });
	let latest = 0;
	let tell: ((strength: Strength) => void) | undefined;
	worker.addEventListener('message', ({ data }: MessageEvent<Verdict>) => {
		if (data.number === latest) tell?.(data.strength);
	});
	return {
		ask: (password, words, told) => {
			latest += 1;
			// The server knows two reasons to refuse a password, and the estimator only one of them.
			const best = isMadeOf(password, words) ? bestRefusedScore : undefined;
			tell = (strength) => told(best !== undefined && strength > best ? best : strength);
			// As the server judges it: full-width letters are the same ones on another keyboard.
			const question: Question = { number: latest, password: estimatedPart(password.normalize('NFKC')), words };
			worker.postMessage(question);
		},
		end: () => worker.terminate(),
	};
};
