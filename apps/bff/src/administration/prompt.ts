import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * One answer for each question: hidden, at a terminal; else the lines of standard input, as far as there are any. For
 * what may not stand on the command line, where every user of the machine could see it.
 */
export const readHidden = async (questions: readonly string[]): Promise<string[]> => {
	const terminal = process.stdin.isTTY === true;
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: process.stdin, ...(terminal ? { output: silent, terminal } : {}) });
	const answers: string[] = [];
	try {
		if (terminal) {
			for (const question of questions) {
				process.stderr.write(question);
				answers.push(await lines.question(''));
				process.stderr.write('\n');
			}
		} else if (questions.length > 0) {
			for await (const line of lines) if (answers.push(line) === questions.length) break;
		}
		return answers;
	} finally {
		lines.close();
	}
};

/** Reads a password: hidden, asked twice, at a terminal; else the first line of standard input. */
export const readPassword = async (): Promise<string> => {
	const questions = ['Web password: ', 'Again: '];
	if (process.stdin.isTTY !== true) return (await readHidden(questions.slice(0, 1)))[0] ?? '';
	const [first = '', again] = await readHidden(questions);
	if (first !== again) throw new Error('the two are not the same');
	return first;
};
