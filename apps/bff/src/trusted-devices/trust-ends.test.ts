import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Authenticator } from '../testing/authenticator.ts';
import type { Browser } from '../testing/browser.ts';
import { setUpPasskey } from '../testing/passkey-acts.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { day, hour, minute } from '../time/clock.ts';

interface Trusting {
	readonly address: string;
	readonly browser: Browser;
	readonly authenticator: Authenticator;
	/** Signed in by a trusted device. */
	readonly live: Browser;
	/** The token that counts now. */
	readonly token: string | undefined;
}

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const signInWith = async (address: string, token: string | undefined, password = webPassword) => {
		const browser = app.browser();
		browser.setDeviceToken(token);
		await browser.must('POST /api/sign-in', { body: { address, password } });
		return browser;
	};
	const trusting = async (): Promise<Trusting> => {
		const { address, browser, authenticator } = await app.addPersonWithTotp();
		await browser.must('POST /api/trusted-devices', { body: {} });
		const live = await signInWith(address, browser.deviceToken());
		return { address, browser, authenticator, live, token: live.deviceToken() };
	};
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const methodsOf = async (browser: Browser) => (await browser.must('GET /api/methods')).methods;

	describe('trust ends with what it rests on (promise 18)', () => {
		// The attack: the owner reacts to a theft, and the thief's browser stays trusted all the same.
		const ends: [what: string, act: (person: Trusting) => Promise<unknown>][] = [
			[
				'is revoked',
				async ({ browser }) => {
					const [device] = (await browser.must('GET /api/trusted-devices')).devices;
					await browser.must('DELETE /api/trusted-devices/{id}', { params: { id: device?.id ?? '' } });
				},
			],
			['is revoked with all the others', ({ browser }) => browser.must('DELETE /api/trusted-devices')],
			[
				'rests on a method that is replaced',
				async ({ browser }) => {
					const [method] = await methodsOf(browser);
					await app.setUpTotp(browser, { replaces: method?.id ?? '' });
				},
			],
			[
				'rests on methods of which one is removed',
				async ({ browser }) => {
					await setUpPasskey(browser);
					const [method] = (await methodsOf(browser)).filter(({ kind }) => kind === 'totp');
					await browser.must('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
				},
			],
			['is allowed by policy no more', () => app.setPolicy({ trustedDeviceDays: 0 })],
			[
				'is allowed by policy for a shorter time than it has lasted',
				async () => {
					app.clock.advance(30 * minute);
					await app.setPolicy({ trustedDeviceDays: 1 });
					app.clock.advance(day - 30 * minute);
				},
			],
		];

		it.each(ends)('when it %s: at the next request of a live session, and at the next sign-in', async (_what, act) => {
			await app.setPolicy({ trustedDeviceDays: 30 });
			const person = await trusting();
			await act(person);
			expect(['awaiting-second-factor', 'signed-out']).toContain(await stateOf(person.live));
			expect((await person.live.call('GET /api/client-passwords')).status).toBeGreaterThanOrEqual(401);
			expect(await stateOf(await signInWith(person.address, person.token))).toBe('awaiting-second-factor');
			// Loosening the policy brings nothing back.
			await app.setPolicy({ trustedDeviceDays: 30 });
			expect(await stateOf(person.live)).not.toBe('signed-in');
			expect(await stateOf(await signInWith(person.address, person.token))).toBe('awaiting-second-factor');
		});

		it.each(['the help desk', 'the owner'] as const)('when %s changes the password', async (who) => {
			const { address, browser, live, token } = await trusting();
			const next = 'persimmons-by-the-gate-1962';
			if (who === 'the help desk') await app.app.accounts.setPassword(address, next);
			else await browser.must('PUT /api/web-password', { body: { current: webPassword, next } });
			expect(await stateOf(live)).toBe('signed-out');
			expect(await stateOf(await signInWith(address, token, next))).toBe('awaiting-second-factor');
		});

		it('is that of its person only: what another person of the account does leaves it alone', async () => {
			const one = await trusting();
			const other = await trusting();
			await other.browser.must('DELETE /api/trusted-devices');
			expect(await stateOf(one.live)).toBe('signed-in');
			const [device] = (await one.browser.must('GET /api/trusted-devices')).devices;
			const removal = await other.browser.call('DELETE /api/trusted-devices/{id}', {
				params: { id: device?.id ?? '' },
			});
			expect([removal.status, removal.code]).toEqual([404, 'request.not_found']);
			expect(await stateOf(await signInWith(one.address, one.token))).toBe('signed-in');
		});
	});

	it('of a shared mailbox says which person it is, and rests on what is that person’s', async () => {
		const { address, first, join } = await createSharedMailbox(app);
		const second = await join('Second person');
		for (const { browser } of [first, second]) await browser.must('POST /api/trusted-devices', { body: {} });
		const live = await signInWith(address, second.browser.deviceToken());
		expect(await live.must('GET /api/session')).toMatchObject({ state: 'signed-in', person: { id: second.id } });
		const [method] = await methodsOf(first.browser);
		await app.setUpTotp(first.browser, { replaces: method?.id ?? '' });
		expect(await stateOf(await signInWith(address, first.browser.deviceToken()))).toBe('awaiting-second-factor');
		expect(await stateOf(live)).toBe('signed-in');
		expect(await stateOf(await signInWith(address, live.deviceToken()))).toBe('signed-in');
	});

	describe('its expiry is the server’s', () => {
		it('thirty days after it was trusted, however often it was used', async () => {
			// The attack: keep the cookie beyond its date, or keep it young by using it.
			const { address, token: first } = await trusting();
			let token = first;
			for (let passed = 5; passed <= 25; passed += 5) {
				app.clock.advance(5 * day);
				const browser = await signInWith(address, token);
				expect([passed, await stateOf(browser)]).toEqual([passed, 'signed-in']);
				token = browser.deviceToken();
			}
			app.clock.advance(5 * day - hour);
			const last = await signInWith(address, token);
			expect(await stateOf(last)).toBe('signed-in');
			app.clock.advance(hour - minute);
			expect(await stateOf(last)).toBe('signed-in');
			app.clock.advance(minute);
			expect(await stateOf(last)).toBe('awaiting-second-factor');
			expect(await stateOf(await signInWith(address, last.deviceToken()))).toBe('awaiting-second-factor');
		});

		it('and the clock stepping back does not revive it (promise 6)', async () => {
			const { address, token } = await trusting();
			app.clock.advance(30 * day);
			expect(await stateOf(await signInWith(address, token))).toBe('awaiting-second-factor');
			app.clock.advance(-day);
			expect(await stateOf(await signInWith(address, token))).toBe('awaiting-second-factor');
			app.clock.advance(day);
		});
	});
});
