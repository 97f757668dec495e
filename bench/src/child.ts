import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A process of the bench that answers each message with one of its own. */
export interface Child {
	/** Resolves with its next message; rejects when it has ended. */
	ask(question: unknown): Promise<unknown>;
	stop(): void;
}

/** `file` is a program of this folder. */
export const startChild = (file: string, ...args: string[]): Child => {
	const child = fork(join(import.meta.dirname, file), args);
	const gone = once(child, 'exit').then(() => {
		throw new Error(`${file} has ended`);
	});
	// Ending it is how it is stopped; only who still waits for an answer must hear of it.
	gone.catch(() => undefined);
	return {
		async ask(question) {
			const answered = once(child, 'message');
			child.send(question as object);
			const [answer] = await Promise.race([answered, gone]);
			return answer;
		},
		stop: () => child.kill(),
	};
};
