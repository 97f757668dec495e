import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemRandom } from '@mailward/bff/crypto/random.ts';
import { startWorld, type World } from '@mailward/sandbox/demo-world/world.ts';
import type { DovecotDoor } from '@mailward/sandbox/mail-servers/options.ts';
import type { Sandbox } from '@mailward/sandbox/sandbox.ts';
import type { Language } from '@mailward/shared/languages.ts';
import { test as base } from '@playwright/test';
import { createPhones, type OpenPhone } from './actions/phones.ts';
import { MovableClock } from './clock.ts';
import { type Words, wordsOf } from './words.ts';

export interface JourneyOptions {
	/** The language the journey is made in. */
	language: Language;
}

interface Journey extends JourneyOptions {
	/** Whether real mail servers belong to it; they take two seconds to start. */
	withMail: boolean;
	/** Whether Postfix is one of them; needs root. */
	withPostfix: boolean;
	/** Whether the services of others belong to it: SMS gateways, WeChat, DingTalk, and the demo's phone. */
	withPlatforms: boolean;
	/** How Dovecot's own door asks. */
	door: DovecotDoor;
	/** Dovecot's login cache, which our files leave off. */
	loginCache: boolean;
	clock: MovableClock;
	/** A world of its own for each journey: nothing one does is seen by another. */
	world: World;
	words: Words;
	/** Of a journey with platforms. */
	sandbox: Sandbox;
	/** Phones, put away at the end. */
	openPhone: OpenPhone;
}

const webFolder = resolve(import.meta.dirname, '../apps/web/dist');

/** Below 32768, where the system's own ephemeral ports begin; each worker has a range. */
const portsOf = (worker: number) => ({
	port: 9500 + 10 * worker,
	internalPort: 9501 + 10 * worker,
	sandboxPort: 9502 + 10 * worker,
	mailPortBase: 14_000 + 4_000 * worker,
});

export const test = base.extend<Journey>({
	language: ['en', { option: true }],
	withMail: [false, { option: true }],
	withPostfix: [false, { option: true }],
	withPlatforms: [false, { option: true }],
	door: ['lua', { option: true }],
	loginCache: [false, { option: true }],
	clock: async ({ browserName: _ }, use) => use(new MovableClock()),
	words: async ({ language }, use) => use(wordsOf(language)),
	world: async ({ clock, withMail, withPostfix, withPlatforms, door, loginCache }, use, info) => {
		if (!existsSync(join(webFolder, 'index.html'))) throw new Error('build the pages first: pnpm run build');
		const folder = await mkdtemp(join(tmpdir(), 'mailward-journey-'));
		const { mailPortBase, sandboxPort, ...ports } = portsOf(info.parallelIndex);
		const world = await startWorld({
			folder,
			...ports,
			mailPortBase: withMail ? mailPortBase : undefined,
			sandboxPort: withPlatforms ? sandboxPort : undefined,
			door,
			loginCache,
			postfix: withPostfix,
			webFolder,
			clock,
			random: systemRandom,
		});
		await use(world);
		await world.stop();
		await rm(folder, { recursive: true, force: true });
	},
	baseURL: async ({ world }, use) => use(world.origin),
	sandbox: async ({ world }, use) => {
		if (world.sandbox === undefined) throw new Error('this journey is made without platforms');
		await use(world.sandbox);
	},
	openPhone: async ({ browser, world, sandbox, locale }, use) => {
		const phones = createPhones({ browser, portalOrigin: world.origin, sandboxOrigin: sandbox.origin, locale });
		await use(phones.open);
		await phones.close();
	},
});

export { expect } from '@playwright/test';
