import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProcessOwners } from './process-owners.ts';

/** The files an administrator copies. The site files here include them; nothing of them is rewritten. */
export const deployFolder = fileURLToPath(new URL('../../../../deploy', import.meta.url));

export interface SiteFolder {
	/** Absolute path of a file of this site. */
	path(name: string): string;
	/** Writes a file that every part may read. */
	write(name: string, content: string): Promise<string>;
	/** Writes a file that only root and Dovecot's own group (or the ordinary user) may read. */
	writeSecret(name: string, content: string): Promise<string>;
}

/** Makes the folders of one site, with the owners each needs. */
export async function makeSiteFolder(folder: string, owners: ProcessOwners): Promise<SiteFolder> {
	const path = (name: string) => join(folder, name);
	await mkdir(folder, { recursive: true });
	// Dovecot's unprivileged users must be able to reach their sockets through a folder that mkdtemp closed to them.
	await chmod(folder, 0o711);
	for (const name of ['run', 'state']) await mkdir(path(name), { recursive: true });
	await mkdir(path('mail'), { recursive: true, mode: 0o700 });
	await chown(path('mail'), owners.mailUser, owners.mailGroup);
	return {
		path,
		async write(name, content) {
			await writeFile(path(name), content, { mode: 0o644 });
			return path(name);
		},
		async writeSecret(name, content) {
			await writeFile(path(name), content, { mode: 0o600 });
			if (owners.privileged) {
				await chown(path(name), 0, owners.secretGroup);
				await chmod(path(name), 0o640);
			}
			return path(name);
		},
	};
}
