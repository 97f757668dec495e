import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Answer } from '../testing/browser.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { hour, minute } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const signIn = (address: string, password: string, from?: string) =>
		app.browser(from).call('POST /api/sign-in', { body: { address, password } });

	it('takes the bare name, an alias and any spelling of the address', async () => {
		const address = await app.addPerson({ address: 'lin', aliases: ['lin.xiao', 'xiao@alumni.example.edu.cn'] });
		for (const typed of [
			'lin',
			' LIN ',
			'Lin@Example.EDU.cn',
			'ｌｉｎ＠example.edu.cn',
			'lin.xiao',
			'XIAO@alumni.example.edu.cn',
		]) {
			const answer = await signIn(typed, webPassword);
			expect([typed, answer.json]).toMatchObject([typed, { state: 'signed-in', account: { address } }]);
		}
		expect((await signIn('lin@alumni.example.edu.cn', webPassword)).code).toBe('sign_in.refused');
	});

	it('takes a password typed on another keyboard: composed or decomposed, full-width or not', async () => {
		const address = await app.addPerson({ password: 'Ångström-邮局-２０２６' });
		for (const typed of ['Ångström-邮局-２０２６', 'Ångström-邮局-2026'.normalize('NFD')]) {
			expect((await signIn(address, typed)).status).toBe(200);
		}
	});

	it('tells unknown, wrong, disabled and impossible apart by nothing (promise 33)', async () => {
		// The attack: a list of addresses is tried to learn which exist.
		const known = await app.addPerson();
		const disabled = await app.addPerson();
		await app.app.accounts.disable(disabled);
		const withoutPassword = await app.app.accounts.add({ address: 'kept-elsewhere' });
		const withTotp = await app.addPersonWithTotp();
		const left = await app.addPersonWithTotp();
		await left.browser.must('POST /api/trusted-devices', { body: {} });
		await app.app.accounts.disable(left.address);
		const trusted = app.browser();
		trusted.setDeviceToken(left.browser.deviceToken());
		const tries = [
			() => signIn(known, 'wrong-password'),
			() => signIn('nobody-of-that-name', 'wrong-password'),
			() => signIn(disabled, webPassword),
			() => signIn(disabled, 'wrong-password'),
			() => signIn(withoutPassword.address, 'wrong-password'),
			() => signIn(withTotp.address, 'wrong-password'),
			() => trusted.call('POST /api/sign-in', { body: { address: left.address, password: webPassword } }),
			() => signIn('not an address', 'wrong-password'),
			() => signIn('somebody@elsewhere.example', 'wrong-password'),
			() => signIn('nul\u0000@example.edu.cn', 'wrong-password'),
		];
		const answers: Answer[] = [];
		const times: number[] = [];
		for (const attempt of tries) {
			const before = app.clock.now();
			answers.push(await attempt());
			times.push(app.clock.now() - before);
		}
		const seen = answers.map(({ status, text, headers }) =>
			JSON.stringify([status, text, [...headers].filter(([name]) => name !== 'date')]),
		);
		expect(new Set(seen).size).toBe(1);
		expect(answers[0]?.code).toBe('sign_in.refused');
		expect(new Set(times)).toEqual(new Set([250]));
	});

	it('is one account in every spelling, to the limits as well (promise 31; Authelia CVE-2025-24806)', async () => {
		// The attack: each spelling of the address is another account to the limits, and the same one to the password.
		await app.addPerson({ address: 'spelled', aliases: ['spelled.alias'] });
		const spellings = [
			'spelled',
			'SPELLED',
			'Spelled@example.edu.cn',
			'ｓｐｅｌｌｅｄ',
			' spelled@EXAMPLE.edu.cn',
			'ⓢpelled',
		];
		const codes: unknown[] = [];
		for (let number = 0; number < 12; number += 1) {
			const spelling = spellings[number % spellings.length] ?? '';
			codes.push((await signIn(spelling, `wrong-${number}`, '192.0.2.240')).code);
		}
		expect(codes).toEqual([...Array(10).fill('sign_in.refused'), 'sign_in.throttled', 'sign_in.throttled']);
	});

	it.each([
		'spеlled',
		'spelled\u200b',
		'spelled@example.edu.cn.',
		'spelled@example.edu.cn\u0000',
		'spelled@exаmple.edu.cn',
	])('takes the look-alike %j for nobody’s (promise 31)', async (address) => {
		await app.app.accounts.add({ address: 'spelled', password: webPassword }).catch(() => undefined);
		expect((await signIn(address, webPassword)).code).toBe('sign_in.refused');
	});

	describe('wrong web passwords (promise 34)', () => {
		it('slow their own network down, and nobody else', async () => {
			// The attack: lock the owner out by typing wrong passwords under the owner's name.
			const address = await app.addPerson();
			const start = app.clock.now();
			for (let number = 1; number <= 10; number += 1) {
				expect((await signIn(address, `wrong-${number}`, '192.0.2.1')).code).toBe('sign_in.refused');
				app.clock.set(start);
			}
			const eleventh = await signIn(address, 'wrong-11', '192.0.2.200');
			expect([eleventh.status, eleventh.code]).toEqual([429, 'sign_in.throttled']);
			const wait = Date.parse(String(eleventh.details.retryAt)) - app.clock.now();
			expect(wait).toBe(minute);
			expect((await signIn(address, webPassword, '192.0.2.1')).code).toBe('sign_in.throttled');
			expect((await signIn(address, webPassword, '198.51.100.1')).status).toBe(200);
			expect((await signIn(await app.addPerson(), webPassword, '192.0.2.1')).status).toBe(200);
			app.clock.advance(wait);
			expect((await signIn(address, webPassword, '192.0.2.1')).status).toBe(200);
		});

		it('wait longer each time, up to fifteen minutes', async () => {
			const address = await app.addPerson();
			const start = app.clock.now();
			for (let number = 1; number <= 10; number += 1) {
				await signIn(address, `wrong-${number}`, '192.0.2.65');
				app.clock.set(start);
			}
			const waits: number[] = [];
			for (let number = 11; number <= 14; number += 1) {
				const { code, details } = await signIn(address, `wrong-${number}`, '192.0.2.65');
				expect(code).toBe('sign_in.throttled');
				const until = Date.parse(String(details.retryAt));
				waits.push((until - app.clock.now()) / minute);
				app.clock.set(until - 1);
				expect((await signIn(address, `wrong-${number}`, '192.0.2.65')).code).toBe('sign_in.throttled');
				app.clock.set(until);
				expect((await signIn(address, `wrong-${number}`, '192.0.2.65')).code).toBe('sign_in.refused');
				app.clock.set(until);
			}
			expect(waits).toEqual([1, 2, 4, 8]);
		});

		it('count once when a mail app repeats the same one', async () => {
			const address = await app.addPerson();
			for (let time = 0; time < 40; time += 1) {
				expect((await signIn(address, 'last-years-password', '192.0.2.130')).code).toBe('sign_in.refused');
			}
			expect((await signIn(address, webPassword, '192.0.2.130')).status).toBe(200);
		});

		it('are no more than ten when forty arrive at once', async () => {
			// The attack: many guesses are in flight before the first is noted.
			const address = await app.addPerson();
			const answers = await Promise.all(
				Array.from({ length: 40 }, (_, number) => signIn(address, `guess-${number}`, '192.0.2.140')),
			);
			expect(answers.filter(({ code }) => code === 'sign_in.refused').length).toBeLessThanOrEqual(10);
			expect(answers.filter(({ code }) => code === 'sign_in.throttled').length).toBeGreaterThanOrEqual(30);
		});

		it('of one network are a hundred an hour, whatever the accounts', async () => {
			// The attack: one password tried on many accounts (spraying).
			const targets: string[] = [];
			for (let number = 0; number < 101; number += 1) targets.push(await app.addPerson());
			const codes: unknown[] = [];
			for (const target of targets) codes.push((await signIn(target, 'Welcome-2026', '100.64.9.1')).code);
			expect(codes.slice(0, 100)).toEqual(Array(100).fill('sign_in.refused'));
			expect(codes[100]).toBe('sign_in.throttled');
			expect((await signIn(await app.addPerson(), webPassword, '100.64.9.77')).code).toBe('sign_in.throttled');
			expect((await signIn(await app.addPerson(), webPassword, '100.64.10.1')).status).toBe(200);
			app.clock.advance(hour);
			expect((await signIn(await app.addPerson(), webPassword, '100.64.9.77')).status).toBe(200);
		});

		it('never spend the budget of the second factor', async () => {
			const { address, authenticator } = await app.addPersonWithTotp();
			for (let number = 1; number <= 30; number += 1) await signIn(address, `wrong-${number}`, '192.0.2.150');
			await app.signIn(address, authenticator);
		});

		it('leave no row behind once their hour is over', async () => {
			await signIn(await app.addPerson(), 'wrong-password', '192.0.2.160');
			app.clock.advance(hour);
			await app.app.sweep();
			expect(await app.db.selectFrom('password_failures').selectAll().execute()).toEqual([]);
		});
	});

	it('verifies again by password where there is no method, at the same limits', async () => {
		const browser = await app.passwordStep(await app.addPerson(), '192.0.2.210');
		app.clock.advance(20 * minute);
		const body = { kind: 'totp' as const };
		expect((await browser.call('POST /api/enrolments', { body })).code).toBe('session.verification_needed');
		const wrong = await browser.call('POST /api/re-verification/password', { body: { password: 'wrong-password' } });
		expect([wrong.status, wrong.code]).toEqual([422, 'password.rejected']);
		await browser.must('POST /api/re-verification/password', { body: { password: webPassword } });
		expect((await browser.call('POST /api/enrolments', { body })).status).toBe(200);
	});

	it('begins no session for a client password (promise 26)', async () => {
		// The attack: the password of a lost phone's mail app is tried on the web.
		const { address, browser } = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(browser);
		const refusal = await signIn(address, secret);
		expect([refusal.status, refusal.code]).toEqual([401, 'sign_in.refused']);
		expect(refusal.headers.getSetCookie()).toEqual([]);
	});
});
