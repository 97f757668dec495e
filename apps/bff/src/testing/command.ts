import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a command left behind. */
export interface CommandResult {
	readonly code: number | null;
	readonly out: string;
	/** Standard error. */
	readonly problem: string;
}

/** `npm run mailward --` on data in a folder, as an administrator types it. */
export type Mailward = (parameters: readonly string[], input?: string) => Promise<CommandResult>;

const program = fileURLToPath(new URL('../mailward.ts', import.meta.url));

/** `folder` is asked for at each run, since a test makes it only when it begins. */
export const createMailward =
	(folder: () => string, environment: Readonly<Record<string, string>> = {}): Mailward =>
	(parameters, input = '') =>
		new Promise((resolve) => {
			const child = spawn(process.execPath, [program, ...parameters], {
				cwd: folder(),
				env: {
					PATH: process.env.PATH,
					MAILWARD_DOMAINS: 'example.edu',
					MAILWARD_DATA: folder(),
					...environment,
				},
			});
			let out = '';
			let problem = '';
			child.stdout.on('data', (chunk) => {
				out += chunk;
			});
			child.stderr.on('data', (chunk) => {
				problem += chunk;
			});
			child.on('close', (code) => resolve({ code, out, problem }));
			child.stdin.end(input);
		});
