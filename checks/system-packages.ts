import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { missingMailServerPackages, missingPostfixPackages } from '@mailward/sandbox/mail-servers/software.ts';

/** What a suite needs from Debian beyond Node. */
export type Need = 'postgres' | 'set-up-formats' | 'browser' | 'mail-servers';

const has = (...paths: readonly string[]) => paths.some((path) => existsSync(path));

const programs = (...names: readonly [name: string, debianPackage: string][]) =>
	names
		.filter(([name]) => !has(`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/usr/sbin/${name}`))
		.map(([, debianPackage]) => debianPackage);

/** Names of the Debian packages that are missing here for `need`. */
export const missingPackages = (need: Need): string[] => {
	switch (need) {
		case 'postgres':
			return has('/usr/lib/postgresql') ? [] : ['postgresql'];
		case 'set-up-formats':
			// What schemas, signatures and the proxy before them are judged by.
			return programs(['xmllint', 'libxml2-utils'], ['openssl', 'openssl'], ['nginx', 'nginx']);
		case 'browser':
			return [
				// The whole Chromium does as well, and takes half as long again.
				...(has('/usr/bin/chromium-headless-shell', '/usr/bin/chromium') ? [] : ['chromium-headless-shell']),
				...programs(['oathtool', 'oathtool'], ['zbarimg', 'zbar-tools']),
				...(has('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') ? [] : ['fonts-noto-cjk']),
			];
		case 'mail-servers':
			return [
				...missingMailServerPackages(),
				// Others than root cannot start it; the journeys through it are left out then.
				...(process.getuid?.() === 0 ? missingPostfixPackages() : []),
				...programs(['curl', 'curl']),
			];
	}
};

const policy = '/usr/sbin/policy-rc.d';

/**
 * Installs packages where that can be done: as root, with apt. Daemons that come with them are not started. Returns
 * whether apt was there to ask; what is still missing afterwards, `missingPackages` tells.
 */
export const installPackages = (packages: readonly string[]): boolean => {
	if (process.getuid?.() !== 0 || !has('/usr/bin/apt-get')) return false;
	process.stdout.write(`installing ${packages.join(' ')}\n`);
	const ownPolicy = !existsSync(policy);
	if (ownPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	try {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const options: SpawnSyncOptions = { env, stdio: ['ignore', 'ignore', 'inherit'] };
		spawnSync('apt-get', ['update', '-qq'], options);
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
	} finally {
		if (ownPolicy) rmSync(policy);
	}
	return true;
};
