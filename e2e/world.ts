import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemRandom } from '@mailward/bff/crypto/random.ts';
import { startWorld, type World } from '@mailward/sandbox/demo-world/world.ts';
import type { DovecotDoor } from '@mailward/sandbox/mail-servers/options.ts';
import type { Language } from '@mailward/shared/languages.ts';
import { test as base } from '@playwright/test';
import { MovableClock } from './clock.ts';
import { type Words, wordsOf } from './words.ts';

export interface JourneyOptions {
	/** The language the journey is made in. */
	language: Language;
}

interface Journey extends JourneyOptions {
	/** Whether real mail servers belong to it; they take two seconds to start. */
	withMail: boolean;
	/** How Dovecot's own door asks. */
	door: DovecotDoor;
	/** Dovecot's login cache, which our files leave off. */
	loginCache: boolean;
	clock: MovableClock;
	/** A world of its own for each journey: nothing one does is seen by another. */
	world: World;
	words: Words;
}

const webFolder = resolve(import.meta.dirname, '../apps/web/dist');

/** Below 32768, where the system's own ephemeral ports begin; each worker has a range. */
const portsOf = (worker: number) => ({
	port: 9500 + 10 * worker,
	internalPort: 9501 + 10 * worker,
	mailPortBase: 14_000 + 4_000 * worker,
});

export const test = base.extend<Journey>({
	language: ['en', { option: true }],
	withMail: [false, { option: true }],
	door: ['lua', { option: true }],
	loginCache: [false, { option: true }],
	clock: async ({ browserName: _ }, use) => use(new MovableClock()),
	words: async ({ language }, use) => use(wordsOf(language)),
	world: async ({ clock, withMail, door, loginCache }, use, info) => {
		if (!existsSync(join(webFolder, 'index.html'))) throw new Error('build the pages first: pnpm run build');
		const folder = await mkdtemp(join(tmpdir(), 'mailward-journey-'));
		const { mailPortBase, ...ports } = portsOf(info.parallelIndex);
		const world = await startWorld({
			folder,
			...ports,
			mailPortBase: withMail ? mailPortBase : undefined,
			door,
			loginCache,
			webFolder,
			clock,
			random: systemRandom,
		});
		await use(world);
		await world.stop();
		await rm(folder, { recursive: true, force: true });
	},
	baseURL: async ({ world }, use) => use(world.origin),
});

export { expect } from '@playwright/test';
