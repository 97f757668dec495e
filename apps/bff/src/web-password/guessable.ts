import { Worker } from 'node:worker_threads';
import { bestRefusedScore, estimatedPart, isMadeOf } from '@mailward/shared/web-password.ts';
import pLimit from 'p-limit';
import { DomainError } from '../domain-error.ts';

/**
 * Whether a password is easily guessed by somebody who knows the common ones, and `words`: the person's own name, address
 * and organisation (NIST SP 800-63B-4, 3.1.1.2). Throws `server.busy` when too many are asked about at once.
 */
export type Guessable = (password: string, words: readonly string[]) => Promise<boolean>;

/** What the estimator is asked. */
export interface Question {
	readonly password: string;
	readonly words: readonly string[];
}

/** Milliseconds; a tenth of it is enough. */
const patience = 10_000;
const waitingAtMost = 20;

const program = new URL('./guessable-worker.ts', import.meta.url);

const scoreOf = (question: Question): Promise<number> =>
	new Promise((resolve, reject) => {
		const worker = new Worker(program, { workerData: question, resourceLimits: { maxOldGenerationSizeMb: 256 } });
		const late = setTimeout(() => {
			reject(new DomainError('server.busy', {}));
			worker.terminate().catch(reject);
		}, patience);
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', () => {
			clearTimeout(late);
			reject(new Error('the estimator ended without an answer'));
		});
	});

/**
 * Each estimate runs in a thread of its own that ends with it: the dictionaries take 0.3 s to load and 100 MB to hold, for
 * something that a person does once a year, and meanwhile mail logins must go on.
 */
export const createGuessable = (): Guessable => {
	const one = pLimit(1);
	return async (password, words) => {
		if (isMadeOf(password, words)) return true;
		if (one.pendingCount >= waitingAtMost) throw new DomainError('server.busy', {});
		const question: Question = { password: estimatedPart(password), words };
		return (await one(() => scoreOf(question))) <= bestRefusedScore;
	};
};
