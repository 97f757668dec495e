import { execFile } from 'node:child_process';

/** What a program of another house printed, and how it ended. */
export interface Ran {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs a program to its end; a failure is a result, not an error. */
export const run = (program: string, parameters: readonly string[], input = ''): Promise<Ran> =>
	new Promise((resolve, reject) => {
		const child = execFile(program, parameters, { encoding: 'utf8', timeout: 30_000 }, (error, stdout, stderr) => {
			if (error !== null && typeof error.code !== 'number') reject(error);
			else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
		});
		// A program that reads no input may be gone before it is given any.
		child.stdin?.on('error', () => undefined);
		child.stdin?.end(input);
	});
