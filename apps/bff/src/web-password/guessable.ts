import { Worker } from 'node:worker_threads';
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

/**
 * The estimate takes longer than its length: beyond this many characters nothing is looked at, which can only make a
 * password look easier to guess than it is.
 */
const looked = 64;
/** Of 0 to 4: 3 is "safely unguessable", some 10^8 tries and more. */
const leastScore = 3;
/** Milliseconds; a tenth of it is enough. */
const patience = 10_000;
const waitingAtMost = 20;

/** What many passwords here begin with, beside what the estimator's dictionaries hold. */
const everybodysWords = ['woaini', '5201314', '1314520', '123456', 'password', 'mima', 'mailward'];
/** Characters, blanks and punctuation aside, that a password must have besides such words and the person's own. */
const leastOfItsOwn = 6;

/** One that consists of the person's own name and the like, in whatever order and with whatever between them. */
const isMadeOf = (password: string, words: readonly string[]): boolean => {
	let rest = password.normalize('NFKC').toLowerCase();
	const longestFirst = [...words, ...everybodysWords]
		.map((word) => word.normalize('NFKC').toLowerCase())
		// Two letters are in many a word; two Chinese characters are a name.
		.filter((word) => word.length >= (/^\p{ASCII}*$/u.test(word) ? 3 : 2))
		.toSorted((one, other) => other.length - one.length);
	for (const word of longestFirst) rest = rest.replaceAll(word, ' ');
	const own = rest.match(/[^\p{P}\p{Z}]/gu) ?? [];
	return own.length < leastOfItsOwn && own.length < [...password].length / 2;
};

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
		const text = [...password].slice(0, looked).join('');
		return (await one(() => scoreOf({ password: text, words }))) < leastScore;
	};
};
