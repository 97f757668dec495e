import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import type { Browser } from '../testing/browser.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { minute, second } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let db: Database;
	beforeAll(async () => {
		({ db } = await create());
		app = createTestApp({ db });
	});

	const begin = (browser: Browser, replaces?: string) =>
		app.beginTotp(browser, replaces === undefined ? {} : { replaces });
	const answer = (browser: Browser, id: string, code: string) =>
		browser.call('POST /api/enrolments/{id}/answer', { params: { id }, body: { code } });
	const current = async (browser: Browser) => (await browser.must('GET /api/enrolments/current')).enrolment;
	/** A signed-in browser of an account without any method. */
	const newcomer = async () => app.passwordStep(await app.addPerson());

	it('offers the key and the otpauth address of one secret, under the name of the product and the account', async () => {
		const address = await app.addPerson();
		const { prompt } = await begin(await app.passwordStep(address));
		expect(prompt.secret).toMatch(/^[A-Z2-7]{32}$/);
		const uri = new URL(prompt.uri);
		expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
		expect(decodeURIComponent(uri.pathname)).toBe(`/Mailward:${address}`);
		expect(uri.searchParams.get('secret')).toBe(prompt.secret);
		expect(uri.searchParams.get('issuer')).toBe('Mailward');
	});

	it('counts from the moment the test code is right, and not before', async () => {
		const browser = await newcomer();
		const { id, prompt } = await begin(browser);
		expect((await browser.must('GET /api/methods')).methods).toEqual([]);
		const code = createAuthenticator(prompt.secret).codeAt(app.clock.now());
		expect((await answer(browser, id, code)).status).toBe(200);
		expect((await browser.must('GET /api/methods')).methods).toMatchObject([{ kind: 'totp', disabled: false }]);
		expect(await browser.must('GET /api/session')).toMatchObject({ state: 'signed-in', twoFactor: true });
	});

	describe('whose a set-up is (promise 20; NIST SP 800-63B-4, 4.1.2.2)', () => {
		it('shows the secret to the session that began it only', async () => {
			// The attack: a second session of the account, or somebody else, reads the secret of a set-up under way.
			const address = await app.addPerson();
			const browser = await app.passwordStep(address);
			const begun = await begin(browser);
			expect((await current(browser))?.prompt).toEqual(begun.prompt);
			const other = await app.passwordStep(address);
			expect(await current(other)).toBeNull();
			const code = createAuthenticator(begun.prompt.secret).codeAt(app.clock.now());
			expect((await answer(other, begun.id, code)).code).toBe('enrolment.expired');
			expect((await answer(await newcomer(), begun.id, code)).code).toBe('enrolment.expired');
			expect((await other.call('DELETE /api/enrolments/{id}', { params: { id: begun.id } })).status).toBe(204);
			expect((await current(browser))?.id).toBe(begun.id);
		});

		it('shows it to nobody once it is confirmed', async () => {
			const browser = await newcomer();
			const { prompt } = await begin(browser);
			const secret = prompt.secret;
			const id = (await current(browser))?.id ?? '';
			const answered = await answer(browser, id, createAuthenticator(secret).codeAt(app.clock.now()));
			expect(answered.text).not.toContain(secret);
			expect(await current(browser)).toBeNull();
			const methods = await browser.send('/api/methods');
			expect(methods.text).not.toContain(secret);
			expect((await answer(browser, id, '123456')).code).toBe('enrolment.expired');
		});

		it('ends after ten minutes, and the clock stepping back does not revive it (promise 6)', async () => {
			const browser = await newcomer();
			const { id, prompt } = await begin(browser);
			app.clock.advance(10 * minute - 1);
			expect((await current(browser))?.id).toBe(id);
			app.clock.advance(1);
			expect(await current(browser)).toBeNull();
			app.clock.advance(-5 * minute);
			expect(await current(browser)).toBeNull();
			const code = createAuthenticator(prompt.secret).codeAt(app.clock.now());
			expect((await answer(browser, id, code)).code).toBe('enrolment.expired');
		});

		it('takes nothing but a code from the browser: a secret of its making is not used', async () => {
			// The attack: the browser sends back a secret that somebody else knows, and the server stores that one.
			const browser = await newcomer();
			const { id, prompt } = await begin(browser);
			const planted = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
			const body = JSON.stringify({ code: createAuthenticator(planted).codeAt(app.clock.now()), secret: planted });
			const headers = { Origin: 'https://mail.example.edu.cn', 'Content-Type': 'application/json' };
			const refusal = await browser.send(`/api/enrolments/${id}/answer`, { method: 'POST', headers, body });
			expect([refusal.status, refusal.code]).toEqual([400, 'request.malformed']);
			const alone = await answer(browser, id, createAuthenticator(planted).codeAt(app.clock.now()));
			expect(alone.code).toBe('factor.code_rejected');
			const code = createAuthenticator(prompt.secret).codeAt(app.clock.now());
			expect((await answer(browser, id, code)).status).toBe(200);
		});
	});

	describe('a wrong clock (decision 2)', () => {
		it.each([
			[90, 90],
			[-120, -120],
			[8 * 60 * 60, 8 * 60 * 60],
			[-8 * 60 * 60, -8 * 60 * 60],
		])('of %i seconds is told as such, with the server’s time', async (ahead, told) => {
			const browser = await newcomer();
			const { id, prompt } = await begin(browser);
			const code = createAuthenticator(prompt.secret).codeAt(app.clock.now() + ahead * second);
			const refusal = await answer(browser, id, code);
			expect([refusal.status, refusal.code]).toEqual([422, 'factor.clock_off']);
			expect(refusal.details).toEqual({
				offsetSeconds: told,
				serverTime: new Date(app.clock.now()).toISOString(),
			});
			expect((await browser.must('GET /api/methods')).methods).toEqual([]);
		});

		it('is not told of a code that belongs to no time near', async () => {
			const browser = await newcomer();
			const { id, prompt } = await begin(browser);
			const refusal = await answer(browser, id, createAuthenticator(prompt.secret).wrongCodeAt(app.clock.now()));
			expect(refusal.code).toBe('factor.code_rejected');
			expect(refusal.details.attemptsLeft).toBe(9);
		});
	});

	it('bounds the test codes that may be wrong', async () => {
		// The attack: a set-up left open on a screen is an oracle for codes of its secret.
		const browser = await newcomer();
		const { id, prompt } = await begin(browser);
		const authenticator = createAuthenticator(prompt.secret);
		for (const code of authenticator.wrongCodesAt(app.clock.now(), 10)) {
			expect((await answer(browser, id, code)).code).toBe('factor.code_rejected');
		}
		expect((await answer(browser, id, authenticator.codeAt(app.clock.now()))).code).toBe('enrolment.expired');
	});

	describe('a session that has shown a password only (promise 9; KeeperHub #1523)', () => {
		it('neither adds nor removes a method of an account that has one', async () => {
			// The attack: the password is stolen; the thief sets up a factor of his own, or takes the owner's away.
			const { address, browser } = await app.addPersonWithTotp();
			const [method] = (await browser.must('GET /api/methods')).methods;
			const thief = await app.passwordStep(address);
			const added = await thief.call('POST /api/enrolments', { body: { kind: 'totp' } });
			const removed = await thief.call('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
			expect([added.code, removed.code]).toEqual(Array(2).fill('session.second_factor_needed'));
			expect((await browser.must('GET /api/methods')).methods).toHaveLength(1);
		});

		it('does not finish a set-up it began before the account had one', async () => {
			// The attack: begin with the stolen password, wait until the owner has set a factor up, finish then.
			const address = await app.addPerson();
			const thief = await app.passwordStep(address);
			const { id, prompt } = await begin(thief);
			const owner = await app.passwordStep(address);
			await app.setUpTotp(owner);
			const code = createAuthenticator(prompt.secret).codeAt(app.clock.now());
			expect((await answer(thief, id, code)).code).toBe('session.second_factor_needed');
			expect((await owner.must('GET /api/methods')).methods).toHaveLength(1);
		});

		it('does not finish one either when both finish at once', async () => {
			// The attack: the same, in the moment between the look at the session and the write.
			const address = await app.addPerson();
			const browsers = await Promise.all(Array.from({ length: 6 }, () => app.passwordStep(address)));
			const begun = await Promise.all(browsers.map((browser) => begin(browser)));
			const answers = await Promise.all(
				browsers.map((browser, index) => {
					const { id = '', prompt } = begun[index] ?? {};
					return answer(browser, id, createAuthenticator(prompt?.secret ?? '').codeAt(app.clock.now()));
				}),
			);
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ code }) => code === 'session.second_factor_needed')).toHaveLength(5);
			const account = await app.app.accountStore.byAddress(address);
			expect(await app.app.credentials.ofAccount(account?.id ?? '')).toHaveLength(1);
		});
	});

	it('confirms a set-up once, also when the right code arrives many times at once', async () => {
		const browser = await newcomer();
		const { id, prompt } = await begin(browser);
		const code = createAuthenticator(prompt.secret).codeAt(app.clock.now());
		const answers = await Promise.all(Array.from({ length: 10 }, () => answer(browser.copy(), id, code)));
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
	});

	describe('replacing', () => {
		it('leaves the old method in force until the new one is confirmed, and not a moment longer', async () => {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			const [old] = (await browser.must('GET /api/methods')).methods;
			const { id, prompt, replaces } = await begin(browser, old?.id);
			expect(replaces).toBe(old?.id);
			await app.signIn(address, authenticator);
			const next = createAuthenticator(prompt.secret);
			app.clock.advance(30 * second);
			expect((await answer(browser, id, next.codeAt(app.clock.now()))).status).toBe(200);
			expect((await browser.must('GET /api/methods')).methods).toHaveLength(1);
			await expect(app.signIn(address, authenticator)).rejects.toThrow('factor.code_rejected');
			await app.signIn(address, next);
		});

		it('is refused for a method that is somebody else’s', async () => {
			// The attack: name another person's method as the one to be replaced (promise 19).
			const victim = await app.addPersonWithTotp();
			const [theirs] = (await victim.browser.must('GET /api/methods')).methods;
			const { browser } = await app.addPersonWithTotp();
			const body = { kind: 'totp' as const, replaces: theirs?.id ?? '' };
			expect((await browser.call('POST /api/enrolments', { body })).code).toBe('request.not_found');
			const removal = await browser.call('DELETE /api/methods/{id}', { params: { id: theirs?.id ?? '' } });
			expect([removal.status, removal.code]).toEqual([404, 'request.not_found']);
			expect((await victim.browser.must('GET /api/methods')).methods).toHaveLength(1);
		});
	});

	it('tells in the activity of a new name and of another default, and of neither where nothing has changed', async () => {
		const { browser } = await app.addPersonWithTotp();
		const [method] = (await browser.must('GET /api/methods')).methods;
		const params = { id: method?.id ?? '' };
		for (const body of [{ name: 'Office' }, { name: ' Office ' }, { default: true }, { default: true }] as const) {
			await browser.must('PUT /api/methods/{id}', { params, body });
		}
		const { entries } = await browser.must('GET /api/activity');
		const told = entries.filter(({ event }) => event === 'method.renamed' || event === 'method.preferred');
		expect(told.map(({ event }) => event).toSorted()).toEqual(['method.preferred', 'method.renamed']);
		for (const entry of told) expect(entry).toMatchObject({ method: 'totp', name: 'Office' });
	});

	it('removes a method that is a person’s own choice', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const [method] = (await browser.must('GET /api/methods')).methods;
		await browser.must('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
		expect(await (await app.passwordStep(address)).must('GET /api/session')).toMatchObject({
			state: 'signed-in',
			twoFactor: false,
		});
	});

	it('is taken back by the person', async () => {
		const browser = await newcomer();
		const { id, prompt } = await begin(browser);
		await browser.must('DELETE /api/enrolments/{id}', { params: { id } });
		expect(await current(browser)).toBeNull();
		const code = createAuthenticator(prompt.secret).codeAt(app.clock.now());
		expect((await answer(browser, id, code)).code).toBe('enrolment.expired');
	});
});
