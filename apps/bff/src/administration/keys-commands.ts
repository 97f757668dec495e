import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { AccountProblem } from '../accounts/accounts.ts';
import { createKeys, rotateKeys } from '../crypto/keys.ts';
import type { RandomBytes } from '../crypto/random.ts';
import { say } from './administration.ts';

/** `keyFile` is asked for when a command runs: before, settings may be missing. */
export const keysCommands = (keyFile: () => string, random: RandomBytes): Command => {
	const keys = new Command('keys').description('the key file of this installation');
	keys
		.command('create')
		.description('make the key file; keep a copy of it apart from the backups of the database')
		.action(() => {
			const path = keyFile();
			if (existsSync(path)) throw new AccountProblem(`${path} is there already`);
			createKeys(path, random);
			say(`made ${path}`);
		});
	keys
		.command('rotate')
		.description('add a new sealing key; servers use it from their next start, and still open what older keys sealed')
		.action(() => {
			say(`version ${rotateKeys(keyFile(), random)} is current`);
		});
	return keys;
};
