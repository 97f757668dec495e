import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * Reads a password: hidden, asked twice, at a terminal; else the first line of standard input. Never from the command
 * line, where every user of the machine could see it.
 */
export const readPassword = async (): Promise<string> => {
	const terminal = process.stdin.isTTY === true;
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: process.stdin, ...(terminal ? { output: silent, terminal } : {}) });
	try {
		const ask = async (question: string): Promise<string> => {
			process.stderr.write(question);
			const answer = await lines.question('');
			process.stderr.write('\n');
			return answer;
		};
		if (!terminal) {
			for await (const line of lines) return line;
			return '';
		}
		const first = await ask('Web password: ');
		if (first !== (await ask('Again: '))) throw new Error('the two are not the same');
		return first;
	} finally {
		lines.close();
	}
};
