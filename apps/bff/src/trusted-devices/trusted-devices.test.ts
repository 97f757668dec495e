import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createSecondStep } from '../testing/second-step.ts';
import { anyMailApp, createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { day, minute } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const trust = (browser: Browser) => browser.must('POST /api/trusted-devices', { body: {} });
	const trusted = async () => {
		const person = await app.addPersonWithTotp();
		await trust(person.browser);
		return { ...person, token: person.browser.deviceToken() };
	};
	/** A browser that has nothing but this token, after the right password. */
	const signInWith = async (address: string, token: string | undefined, from?: string) => {
		const browser = app.browser(from);
		browser.setDeviceToken(token);
		await browser.must('POST /api/sign-in', { body: { address, password: webPassword } });
		return browser;
	};
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const devicesOf = async (browser: Browser) => (await browser.must('GET /api/trusted-devices')).devices;
	const eventsOf = async (browser: Browser) =>
		(await browser.must('GET /api/activity')).entries.map(({ event }) => event);

	it('is not asked for a second step, and is named by browser and system', async () => {
		const { address, browser, token } = await trusted();
		const next = await signInWith(address, token);
		expect(await next.must('GET /api/session')).toMatchObject({
			state: 'signed-in',
			verifiedAt: null,
			trustOffer: null,
		});
		expect(await devicesOf(next)).toMatchObject([{ client: { browser: 'Firefox', system: 'Linux' }, current: true }]);
		expect(await devicesOf(browser)).toMatchObject([{ current: false }]);
	});

	it('keeps its token where no script reads it, and each use gives it a new one', async () => {
		const { browser } = await app.addPersonWithTotp();
		const answer = await browser.call('POST /api/trusted-devices', { body: {} });
		const [cookie = ''] = answer.headers.getSetCookie();
		const [pair = '', ...attributes] = cookie.split('; ');
		expect(pair).toMatch(/^__Host-mailward-device=/);
		expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']));
		expect(answer.text).not.toContain(browser.deviceToken()?.split('.')[1]);
	});

	describe('a stolen token (promise 18; scheb/2fa #126, Forgejo 1.20.5)', () => {
		it('that is used after its owner used it ends the series, and the owner is told', async () => {
			// The attack: a copy of the cookie is kept for later, and used with the password when that is known.
			const { address, authenticator, token } = await trusted();
			const owner = await signInWith(address, token);
			const thief = await signInWith(address, token);
			expect(await stateOf(thief)).toBe('awaiting-second-factor');
			expect((await thief.call('GET /api/client-passwords')).code).toBe('session.second_factor_needed');
			expect(await stateOf(owner)).toBe('awaiting-second-factor');
			expect(await stateOf(await signInWith(address, owner.deviceToken()))).toBe('awaiting-second-factor');
			const later = await app.signIn(address, authenticator);
			expect(await devicesOf(later)).toEqual([]);
			expect(await eventsOf(later)).toContain('trusted-device.copied');
		});

		it('that is used before its owner does is found out when the owner comes', async () => {
			const { address, token } = await trusted();
			const thief = await signInWith(address, token);
			expect(await stateOf(thief)).toBe('signed-in');
			const owner = await signInWith(address, token);
			expect(await stateOf(owner)).toBe('awaiting-second-factor');
			// The thief's session was worth no more than the device.
			expect(await stateOf(thief)).toBe('awaiting-second-factor');
			expect(await stateOf(await signInWith(address, thief.deviceToken()))).toBe('awaiting-second-factor');
		});

		it('that is used many times at once opens at most one session, and that one not for long', async () => {
			// The attack: several uses are under way before the first has put the next token in its place.
			const { address, authenticator, token } = await trusted();
			const answers = await Promise.all(
				Array.from({ length: 10 }, async () => {
					const browser = app.browser();
					browser.setDeviceToken(token);
					const answer = await browser.call('POST /api/sign-in', { body: { address, password: webPassword } });
					return { browser, answer };
				}),
			);
			expect(answers.map(({ answer }) => answer.status)).toEqual(Array(10).fill(200));
			const inside = answers.filter(({ browser }) => browser.deviceToken() !== token);
			expect(inside.length).toBeLessThanOrEqual(1);
			for (const { browser } of answers) expect(await stateOf(browser)).toBe('awaiting-second-factor');
			const later = await app.signIn(address, authenticator);
			expect((await eventsOf(later)).filter((event) => event === 'trusted-device.copied')).toHaveLength(1);
		});

		it('of one account is worth nothing at another, and loses nothing by being tried there', async () => {
			// The attack: a device that is trusted for an account of the thief's own is shown for somebody else's.
			const thief = await trusted();
			const victim = await trusted();
			expect(await stateOf(await signInWith(victim.address, thief.token))).toBe('awaiting-second-factor');
			expect(await stateOf(await signInWith(thief.address, thief.token))).toBe('signed-in');
			expect(await stateOf(await signInWith(victim.address, victim.token))).toBe('signed-in');
		});

		it.each([
			['another secret', (id: string) => `${id}.${'A'.repeat(43)}`],
			['no secret', (id: string) => id],
			['an empty secret', (id: string) => `${id}.`],
			['the hash that is stored', (id: string, hash: string) => `${id}.${hash}`],
		])('with %s in its place is none', async (_what, forge) => {
			const { address, token = '' } = await trusted();
			const [id = ''] = token.split('.');
			const row = await app.db.selectFrom('trusted_devices').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
			expect(await stateOf(await signInWith(address, forge(id, row.token_hash)))).toBe('awaiting-second-factor');
		});

		it('opens nothing without the right password, and is not used up by a wrong one', async () => {
			const { address, token } = await trusted();
			const thief = app.browser();
			thief.setDeviceToken(token);
			const refusal = await thief.call('POST /api/sign-in', { body: { address, password: 'wrong-password' } });
			expect([refusal.status, refusal.headers.getSetCookie()]).toEqual([401, []]);
			expect(await stateOf(await signInWith(address, token))).toBe('signed-in');
		});
	});

	it('serves several accounts side by side in one browser', async () => {
		const first = await trusted();
		const second = await app.addPersonWithTotp();
		second.browser.setDeviceToken(first.token);
		await trust(second.browser);
		const both = second.browser.deviceToken();
		const browser = await signInWith(first.address, both);
		expect(await stateOf(browser)).toBe('signed-in');
		expect(await stateOf(await signInWith(second.address, browser.deviceToken()))).toBe('signed-in');
	});

	describe('ten at most (promise 18)', () => {
		it('the one not used for longest makes room', async () => {
			const { address, browser, authenticator, token } = await trusted();
			for (let number = 2; number <= 11; number += 1) {
				app.clock.advance(1000);
				browser.setDeviceToken(undefined);
				await trust(browser);
			}
			expect(await devicesOf(browser)).toHaveLength(10);
			expect(await stateOf(await signInWith(address, token))).toBe('awaiting-second-factor');
			expect(await devicesOf(await app.signIn(address, authenticator))).toHaveLength(10);
		});

		it('also when twenty browsers are trusted at once', async () => {
			// The attack: many requests count nine before any has written the tenth.
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			const answers = await Promise.all(
				Array.from({ length: 20 }, () => browser.copy().call('POST /api/trusted-devices', { body: {} })),
			);
			expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
			expect(await devicesOf(await app.signIn(address, authenticator))).toHaveLength(10);
		});

		it('and the same browser, trusted again, is one', async () => {
			const { browser } = await trusted();
			await trust(browser);
			await trust(browser);
			expect(await devicesOf(browser)).toHaveLength(1);
		});
	});

	it('does not count as a verification (promise 17; OWASP ASVS 7.5)', async () => {
		// The attack: a browser left behind on a desk signs in without a second step, and makes itself a lasting key.
		const { address, authenticator, token } = await trusted();
		const browser = await signInWith(address, token);
		const acts = await Promise.all([
			browser.call('POST /api/client-passwords', {
				body: { ...anyMailApp, name: 'Phone', idempotencyKey: crypto.randomUUID() },
			}),
			browser.call('POST /api/enrolments', { body: { kind: 'totp' } }),
			browser.call('POST /api/trusted-devices', { body: {} }),
			browser.call('DELETE /api/trusted-devices'),
			browser.call('DELETE /api/sessions'),
			browser.call('PUT /api/web-password', { body: { current: webPassword, next: 'persimmons-by-the-gate' } }),
		]);
		expect(acts.map(({ code }) => code)).toEqual(Array(6).fill('session.verification_needed'));
		const byPassword = await browser.call('POST /api/re-verification/password', { body: { password: webPassword } });
		expect(byPassword.code).toBe('factor.not_available');
		const { answer, newChallenge } = createSecondStep(app);
		expect((await answer(browser, await newChallenge(browser), app.freshCode(authenticator))).status).toBe(200);
		expect((await browser.call('POST /api/enrolments', { body: { kind: 'totp' } })).status).toBe(200);
	});

	it('is never made by a recovery code, nor offered after one (promise 13)', async () => {
		// The attack: one code read off a paper becomes thirty days without a second step.
		const { address, browser } = await app.addPersonWithTotp();
		const [code = ''] = await app.saveRecoveryCodes(browser);
		const recovered = await app.passwordStep(address);
		await createSecondStep(app).answerByRecoveryCode(recovered, code);
		expect(await recovered.must('GET /api/session')).toMatchObject({ state: 'signed-in', trustOffer: null });
		const refusal = await recovered.call('POST /api/trusted-devices', { body: {} });
		expect([refusal.status, refusal.code]).toEqual([409, 'trusted_device.not_allowed']);
	});

	it('is not made where there is no second step to leave out', async () => {
		const browser = await app.passwordStep(await app.addPerson());
		expect((await browser.call('POST /api/trusted-devices', { body: {} })).code).toBe('trusted_device.not_allowed');
	});

	describe('and strangers’ wrong passwords (promise 34)', () => {
		const guess = async (address: string, from: string, token?: string) => {
			const browser = app.browser(from);
			browser.setDeviceToken(token);
			const codes: unknown[] = [];
			for (let number = 1; number <= 12; number += 1) {
				const password = `wrong-${number}-from-${from}`;
				codes.push((await browser.call('POST /api/sign-in', { body: { address, password } })).code);
			}
			return codes;
		};

		it('do not slow its owner down, not even from the same network', async () => {
			// The attack: lock the owner out by typing wrong passwords beside them.
			const { address, token } = await trusted();
			expect(await guess(address, '192.0.2.7')).toContain('sign_in.throttled');
			expect(await stateOf(await signInWith(address, token, '192.0.2.8'))).toBe('signed-in');
		});

		it('gain nothing by showing a token that has been used', async () => {
			// The attack: the exemption itself is used to guess on.
			const { address, token } = await trusted();
			await signInWith(address, token);
			expect(await guess(address, '192.0.2.20', token)).toContain('sign_in.throttled');
		});

		it('are limited by the token as well when that was stolen unused', async () => {
			const { address, token } = await trusted();
			expect((await guess(address, '192.0.2.30', token)).filter((code) => code === 'sign_in.refused')).toHaveLength(10);
			expect(await guess(address, '198.51.100.30', token)).toEqual(Array(12).fill('sign_in.throttled'));
			app.clock.advance(20 * minute);
			expect(await stateOf(await signInWith(address, token))).toBe('signed-in');
		});
	});

	it('leaves no row behind once it is over', async () => {
		await trusted();
		app.clock.advance(31 * day);
		await app.app.sweep();
		expect(await app.db.selectFrom('trusted_devices').selectAll().execute()).toEqual([]);
		app.clock.advance(-31 * day);
	});
});
