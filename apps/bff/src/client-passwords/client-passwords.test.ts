import { clientPasswordAlphabet } from '@mailward/shared/client-password.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { anyMailApp, createTestApp, type TestApp } from '../testing/test-app.ts';
import { minute, second } from '../time/clock.ts';

onEachDatabase((create, name) => {
	let app: TestApp;
	let db: Database;
	let database: TestDatabase;
	beforeAll(async () => {
		({ db, database } = await create());
		app = createTestApp({ db });
	});

	const post = (browser: Browser, label = 'Phone', idempotencyKey: string = crypto.randomUUID()) =>
		browser.call('POST /api/client-passwords', { body: { ...anyMailApp, name: label, idempotencyKey } });
	const list = async (browser: Browser) => (await browser.must('GET /api/client-passwords')).clientPasswords;
	const secretIn = ({ json }: { json: unknown }) => (json as { secret: string }).secret;
	const opens = async (user: string, password: string) =>
		(await app.doors.lua({ user, password })).verdict === 'accepted';

	it('exists in one answer, opens the mail doors, and is never shown again', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const created = await post(browser, '  My phone ');
		expect(created.status).toBe(200);
		expect(created.headers.get('Cache-Control')).toBe('no-store');
		const secret = secretIn(created);
		expect(secret).toHaveLength(16);
		expect([...secret].every((character) => clientPasswordAlphabet.includes(character))).toBe(true);
		expect(await opens(address, secret)).toBe(true);
		const listed = await browser.send('/api/client-passwords');
		expect(listed.text).not.toContain(secret);
		expect(listed.json).toMatchObject({ limit: 6, clientPasswords: [{ name: 'My phone', uses: [] }] });
	});

	it('is made only once a second factor is set up', async () => {
		const browser = await app.passwordStep(await app.addPerson());
		expect((await post(browser)).code).toBe('client_password.factor_needed');
	});

	it.each([
		['', 'empty'],
		['  \u3000', 'empty'],
		['x'.repeat(41), 'long'],
		['two\nlines', 'characters'],
		['nul\u0000', 'characters'],
		['\u202etxt', 'characters'],
		['\ud800', 'characters'],
	])('wants a name people can read: %j is refused as %s', async (label, reason) => {
		const { browser } = await app.addPersonWithTotp();
		const refusal = await post(browser, label);
		expect([refusal.status, refusal.code, refusal.details]).toEqual([400, 'client_password.name_invalid', { reason }]);
		expect(await list(browser)).toEqual([]);
	});

	it('takes forty characters of any script, and counts them as people do', async () => {
		const { browser } = await app.addPersonWithTotp();
		for (const label of ['邮'.repeat(40), '📱'.repeat(40), 'é'.repeat(40)]) {
			expect((await post(browser, label)).status).toBe(200);
		}
	});

	describe('the limit of six (promise 19)', () => {
		it('refuses the seventh', async () => {
			const { browser } = await app.addPersonWithTotp();
			for (let number = 1; number <= 6; number += 1) expect((await post(browser)).status).toBe(200);
			const seventh = await post(browser);
			expect([seventh.status, seventh.code, seventh.details]).toEqual([
				409,
				'client_password.limit_reached',
				{ limit: 6 },
			]);
			expect(await list(browser)).toHaveLength(6);
		});

		it('lets one of twenty in that arrive at once at five of six', async () => {
			// The attack: twenty requests count five before any of them has written the sixth.
			const { address, browser } = await app.addPersonWithTotp();
			for (let number = 1; number <= 5; number += 1) await post(browser);
			const answers = await Promise.all(Array.from({ length: 20 }, () => post(browser.copy())));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ code }) => code === 'client_password.limit_reached')).toHaveLength(19);
			expect(await list(browser)).toHaveLength(6);
			const landed = answers.find(({ status }) => status === 200);
			expect(await opens(address, landed ? secretIn(landed) : '')).toBe(true);
		});

		it('lets six of twenty in that arrive at once at none', async () => {
			const { browser } = await app.addPersonWithTotp();
			const answers = await Promise.all(Array.from({ length: 20 }, () => post(browser.copy())));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
			expect(answers.filter(({ code }) => code === 'client_password.limit_reached')).toHaveLength(14);
		});

		if (name === 'PostgreSQL') {
			it('holds across replicas', async () => {
				const { browser } = await app.addPersonWithTotp();
				for (let number = 1; number <= 5; number += 1) await post(browser);
				const replica = createTestApp({ db: database.open(), clock: app.clock });
				const answers = await Promise.all(
					Array.from({ length: 20 }, (_, index) => {
						const one = (index % 2 === 0 ? app : replica).browser();
						one.setToken(browser.token());
						return post(one);
					}),
				);
				expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			});
		}

		it('has room again when one is deleted', async () => {
			const { browser } = await app.addPersonWithTotp();
			for (let number = 1; number <= 6; number += 1) await post(browser);
			const [first] = await list(browser);
			await browser.must('DELETE /api/client-passwords/{id}', { params: { id: first?.id ?? '' } });
			expect((await post(browser)).status).toBe(200);
		});
	});

	describe('a retry after a lost answer (decision 5)', () => {
		it('gets a new secret in the same slot, and the lost one opens nothing', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const key = crypto.randomUUID();
			const lost = await post(browser, 'Phone', key);
			const again = await post(browser, 'Phone', key);
			expect(secretIn(again)).not.toBe(secretIn(lost));
			expect((again.json as { id: string }).id).toBe((lost.json as { id: string }).id);
			expect(await list(browser)).toHaveLength(1);
			expect(await opens(address, secretIn(lost))).toBe(false);
			expect(await opens(address, secretIn(again))).toBe(true);
		});

		it('is no seventh when the lost one was the sixth', async () => {
			const { browser } = await app.addPersonWithTotp();
			for (let number = 1; number <= 5; number += 1) await post(browser);
			const key = crypto.randomUUID();
			await post(browser, 'Phone', key);
			expect((await post(browser, 'Phone', key)).status).toBe(200);
			expect(await list(browser)).toHaveLength(6);
		});

		it('takes one slot when it arrives many times at once', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const key = crypto.randomUUID();
			const answers = await Promise.all(Array.from({ length: 10 }, () => post(browser.copy(), 'Phone', key)));
			expect(answers.every(({ status }) => status === 200)).toBe(true);
			expect(await list(browser)).toHaveLength(1);
			const open = await Promise.all(answers.map((answer) => opens(address, secretIn(answer))));
			expect(open.filter(Boolean)).toHaveLength(1);
		});

		it('is one person’s: the same key of somebody else makes another one', async () => {
			// The attack: guess or overhear a key, and have somebody else's password renewed.
			const key = crypto.randomUUID();
			const victim = await app.addPersonWithTotp();
			const secret = secretIn(await post(victim.browser, 'Phone', key));
			const stranger = await app.addPersonWithTotp();
			expect((await post(stranger.browser, 'Phone', key)).status).toBe(200);
			expect(await opens(victim.address, secret)).toBe(true);
		});
	});

	it('is refused from the moment it is deleted (promise 27)', async () => {
		// The attack: a lost phone goes on reading mail from somebody's memory of a yes.
		const { address, browser } = await app.addPersonWithTotp();
		const { id, secret } = await app.createClientPassword(browser);
		const replica = createTestApp({ db: database.open(), clock: app.clock });
		expect((await replica.doors.nginx({ user: address, password: secret })).verdict).toBe('accepted');
		expect(await opens(address, secret)).toBe(true);
		await browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
		for (const door of [...Object.values(app.doors), ...Object.values(replica.doors)]) {
			expect((await door({ user: address, password: secret })).verdict).toBe('refused');
		}
	});

	it('of another person is not there (promise 19; OWASP ASVS 8.2.2)', async () => {
		// The attack: delete by an id that was seen elsewhere.
		const victim = await app.addPersonWithTotp();
		const { id, secret } = await app.createClientPassword(victim.browser);
		const { browser } = await app.addPersonWithTotp();
		const refusal = await browser.call('DELETE /api/client-passwords/{id}', { params: { id } });
		const unknown = await browser.call('DELETE /api/client-passwords/{id}', { params: { id: 'no-such-id' } });
		expect([refusal.status, refusal.text]).toEqual([404, unknown.text]);
		expect(await opens(victim.address, secret)).toBe(true);
		expect(await list(browser)).toEqual([]);
	});

	it('opens its own account only', async () => {
		const owner = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(owner.browser);
		const other = await app.addPersonWithTotp();
		expect(await opens(other.address, secret)).toBe(false);
	});

	describe('a sensitive act (promise 17; OWASP ASVS 7.5)', () => {
		it('needs a verification no older than ten minutes, by the second factor', async () => {
			// The attack: a browser left open an hour ago makes itself a lasting key.
			const { browser, authenticator } = await app.addPersonWithTotp();
			const { id } = await app.createClientPassword(browser);
			app.clock.advance(10 * minute);
			expect((await post(browser)).status).toBe(200);
			app.clock.advance(second);
			expect((await post(browser)).code).toBe('session.verification_needed');
			const removal = await browser.call('DELETE /api/client-passwords/{id}', { params: { id } });
			expect(removal.code).toBe('session.verification_needed');
			const byPassword = await browser.call('POST /api/re-verification/password', {
				body: { password: 'plum-blossom-in-snow' },
			});
			expect(byPassword.code).toBe('factor.not_available');
			expect((await post(browser)).code).toBe('session.verification_needed');
			const challenge = await browser.must('POST /api/challenges', { body: {} });
			await browser.must('POST /api/challenges/{id}/answer', {
				params: { id: challenge.id },
				body: { code: app.freshCode(authenticator) },
			});
			expect((await post(browser)).status).toBe(200);
		});
	});

	it('shows when, by what, how and from where it was last used, for each protocol', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(browser);
		const use = (protocol: string, clientAddress: string) =>
			app.doors.nginx({ user: address, password: secret, protocol, clientAddress });
		await use('imap', '198.51.100.6');
		await use('smtp', '198.51.100.7');
		const sent = app.clock.now();
		app.clock.advance(second);
		await use('imap', '198.51.100.8');
		await app.app.tick();
		const [used] = await list(browser);
		const client = (from: string) => ({ browser: '', system: '', address: from, place: null });
		expect(used?.uses).toEqual([
			{ at: new Date(app.clock.now()).toISOString(), protocol: 'imap', client: client('198.51.100.8') },
			{ at: new Date(sent).toISOString(), protocol: 'submission', client: client('198.51.100.7') },
		]);
	});
});
