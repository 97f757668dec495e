import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { doorNames } from '../testing/mail-app.ts';
import { anyMailApp, createTestApp, type TestApp } from '../testing/test-app.ts';
import { day, minute, second } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const iso = (time: number) => new Date(time).toISOString();
	const verdict = async (user: string, password: string, protocol = 'imap') =>
		(await app.doors.lua({ user, password, protocol })).verdict;
	const change = (browser: Browser, id: string, more: Partial<typeof anyMailApp> & { name?: string } = {}) => {
		const { app: _, ...wishes } = { ...anyMailApp, name: 'Phone', ...more };
		return browser.call('PUT /api/client-passwords/{id}', { params: { id }, body: wishes });
	};
	const replace = (browser: Browser, id: string) =>
		browser.call('POST /api/client-passwords/{id}/replace', { params: { id } });
	const list = async (browser: Browser) => (await browser.must('GET /api/client-passwords')).clientPasswords;
	const events = async (browser: Browser) =>
		(await browser.must('GET /api/activity')).entries.map(({ event }) => event);

	describe('what it is for', () => {
		it.each(doorNames)('is all that it opens, at the door %s', async (door) => {
			// The attack: read a mailbox with the password that was left in a printer.
			const { address, browser } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser, 'Printer', { protocols: ['submission'] });
			const opened = async (protocol: string) =>
				(await app.doors[door]({ user: address, password: secret, protocol })).verdict;
			expect(await opened('smtp')).toBe('accepted');
			expect([await opened('imap'), await opened('pop3')]).toEqual(['refused', 'refused']);
		});

		it('is refused elsewhere as everything is refused: in no other words and no less time', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser, 'Printer', { protocols: ['submission'] });
			const answers = new Set<string>();
			for (const password of [secret, 'wrong-one']) {
				const before = app.clock.now();
				const { status, text, headers } = await app.doors.nginx({ user: address, password });
				answers.add(JSON.stringify([status, text, [...headers], app.clock.now() - before]));
			}
			expect(answers.size).toBe(1);
		});

		it('covers other services of the mail server only where that is said', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const usual: MailProtocol[] = ['imap', 'pop3', 'submission'];
			const { secret } = await app.createClientPassword(browser, 'Phone', { protocols: usual });
			const all = await app.createClientPassword(browser, 'Laptop');
			expect(await verdict(address, secret, 'sieve')).toBe('refused');
			expect(await verdict(address, all.secret, 'sieve')).toBe('accepted');
		});

		it('is something', async () => {
			const { browser } = await app.addPersonWithTotp();
			const { id } = await app.createClientPassword(browser);
			expect((await change(browser, id, { protocols: [] })).code).toBe('request.malformed');
		});
	});

	describe('its end', () => {
		it('is kept to the moment, at every door', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const end = app.clock.now() + minute;
			const { secret } = await app.createClientPassword(browser, 'Conference', { expiresAt: iso(end) });
			app.clock.set(end - 1);
			for (const door of doorNames) {
				expect((await app.doors[door]({ user: address, password: secret })).verdict).toBe('accepted');
			}
			app.clock.set(end);
			for (const door of doorNames) {
				expect((await app.doors[door]({ user: address, password: secret })).verdict).toBe('refused');
			}
			expect(await list(browser)).toMatchObject([{ name: 'Conference', expiresAt: iso(end) }]);
		});

		it('stays passed when the clock steps back, once it has been seen to (promise 6)', async () => {
			// The attack: set the server’s clock back for a password that was lent out.
			const { address, browser } = await app.addPersonWithTotp();
			const expiresAt = iso(app.clock.now() + minute);
			const { secret } = await app.createClientPassword(browser, 'Conference', { expiresAt });
			app.clock.advance(minute);
			await app.app.deliver();
			app.clock.advance(-minute);
			expect(await verdict(address, secret)).toBe('refused');
			app.clock.advance(minute);
		});

		it('lies ahead, by ten years at the most', async () => {
			const { browser } = await app.addPersonWithTotp();
			const { id } = await app.createClientPassword(browser);
			const at = (time: number) => change(browser, id, { expiresAt: iso(time) });
			const now = app.clock.now();
			expect((await at(now)).code).toBe('client_password.end_invalid');
			expect((await at(now - day)).code).toBe('client_password.end_invalid');
			expect((await at(now + 3660 * day)).code).toBe('client_password.end_invalid');
			expect((await at(now + 3650 * day)).status).toBe(200);
			expect((await change(browser, id, { expiresAt: 'tomorrow' })).code).toBe('request.malformed');
		});

		it('does not free its place: whoever wants it deletes it', async () => {
			const { browser } = await app.addPersonWithTotp();
			for (let number = 1; number <= 6; number += 1) {
				await app.createClientPassword(browser, 'Brief', { expiresAt: iso(app.clock.now() + second) });
			}
			app.clock.advance(minute);
			const body = { ...anyMailApp, name: 'Seventh', idempotencyKey: crypto.randomUUID() };
			expect((await browser.call('POST /api/client-passwords', { body })).code).toBe('client_password.limit_reached');
		});
	});

	describe('changed', () => {
		it('it opens what is said now, under its new name, with the secret it had', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { id, secret } = await app.createClientPassword(browser, 'Phone', { protocols: ['imap', 'submission'] });
			expect(await verdict(address, secret, 'pop3')).toBe('refused');
			const expiresAt = iso(app.clock.now() + day);
			const changed = await change(browser, id, { name: ' Tablet ', protocols: ['pop3'], expiresAt });
			expect(changed.json).toMatchObject({ id, name: 'Tablet', protocols: ['pop3'], expiresAt });
			expect(changed.text).not.toContain(secret);
			expect(await verdict(address, secret, 'pop3')).toBe('accepted');
			expect(await verdict(address, secret, 'imap')).toBe('refused');
			expect(await events(browser)).toContain('client-password.changed');
		});

		it('it lives again when a new end is given after the old one has passed', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const expiresAt = iso(app.clock.now() + minute);
			const { id, secret } = await app.createClientPassword(browser, 'Phone', { expiresAt });
			app.clock.advance(minute);
			await app.app.sweep();
			expect(await verdict(address, secret)).toBe('refused');
			await change(browser, id, { expiresAt: null });
			expect(await verdict(address, secret)).toBe('accepted');
		});

		it('it can be narrowed and ended by somebody who has turned two-factor off since, and not replaced', async () => {
			const { browser } = await app.addPersonWithTotp();
			const { id } = await app.createClientPassword(browser);
			const { methods } = await browser.must('GET /api/methods');
			await browser.must('DELETE /api/methods/{id}', { params: { id: methods[0]?.id ?? '' } });
			const expiresAt = iso(app.clock.now() + minute);
			const changed = await change(browser, id, { protocols: ['imap'], expiresAt });
			expect([changed.status, changed.json]).toMatchObject([200, { protocols: ['imap'], expiresAt }]);
			expect((await replace(browser, id)).code).toBe('client_password.factor_needed');
		});

		it('it keeps a name that people can read', async () => {
			const { browser } = await app.addPersonWithTotp();
			const { id } = await app.createClientPassword(browser);
			const refusal = await change(browser, id, { name: 'two\nlines' });
			expect([refusal.code, refusal.details]).toEqual(['client_password.name_invalid', { reason: 'characters' }]);
		});
	});

	describe('replaced', () => {
		it('it has a new secret in the same place, and the old one opens nothing', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { id, secret } = await app.createClientPassword(browser, 'Phone', { protocols: ['imap'] });
			await verdict(address, secret);
			await app.app.tick();
			const answer = await replace(browser, id);
			const fresh = answer.json as { id: string; secret: string };
			expect(fresh).toMatchObject({ id, name: 'Phone', protocols: ['imap'], uses: [] });
			expect(await verdict(address, secret)).toBe('refused');
			expect(await verdict(address, fresh.secret)).toBe('accepted');
			expect(await verdict(address, fresh.secret, 'pop3')).toBe('refused');
			expect(await list(browser)).toHaveLength(1);
			expect(await events(browser)).toContain('client-password.replaced');
		});

		it('it lasts as before, and as long as it did when its end had passed', async () => {
			const { browser } = await app.addPersonWithTotp();
			const expiresAt = iso(app.clock.now() + minute);
			const { id } = await app.createClientPassword(browser, 'Phone', { expiresAt });
			expect((await replace(browser, id)).json).toMatchObject({ expiresAt });
			app.clock.advance(minute);
			const anew = iso(app.clock.now() + minute);
			expect((await replace(browser, id)).json).toMatchObject({ expiresAt: anew });
		});

		it('changed and deleted at once, it is gone without a fault, or there with its last secret', async () => {
			// The attack: requests of one person that wait for each other, so that a deletion fails and the password goes on.
			const { address, browser } = await app.addPersonWithTotp();
			for (let round = 0; round < 15; round += 1) {
				const { id, secret } = await app.createClientPassword(browser);
				const [removed, ...others] = await Promise.all([
					browser.copy().call('DELETE /api/client-passwords/{id}', { params: { id } }),
					change(browser.copy(), id, { protocols: ['imap'] }),
					replace(browser.copy(), id),
					replace(browser.copy(), id),
				]);
				expect([204, 404]).toContain(removed.status);
				for (const { status } of others) expect([200, 404]).toContain(status);
				expect(await verdict(address, secret)).toBe('refused');
				for (const { json, status } of others.slice(1)) {
					const fresh = status === 200 ? (json as { secret: string }).secret : '';
					expect(await verdict(address, fresh)).toBe('refused');
				}
			}
		});

		it('many times at once, one secret counts', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { id } = await app.createClientPassword(browser);
			const answers = await Promise.all(Array.from({ length: 8 }, () => replace(browser.copy(), id)));
			const secrets = answers.map(({ json }) => (json as { secret: string }).secret);
			const verdicts = await Promise.all(secrets.map((secret) => verdict(address, secret)));
			expect(verdicts.filter((each) => each === 'accepted')).toHaveLength(1);
		});
	});

	it('is its person’s own: nobody else changes or replaces it (promise 19; OWASP ASVS 8.2.2)', async () => {
		// The attack: give somebody else’s password another scope, or another secret, by an id that was seen elsewhere.
		const victim = await app.addPersonWithTotp();
		const { id, secret } = await app.createClientPassword(victim.browser);
		const { browser } = await app.addPersonWithTotp();
		for (const attempt of [change, replace]) {
			const refusal = await attempt(browser, id);
			const unknown = await attempt(browser, 'no-such-id');
			expect([refusal.status, refusal.text]).toEqual([404, unknown.text]);
		}
		expect(await verdict(victim.address, secret)).toBe('accepted');
		expect(await list(victim.browser)).toMatchObject([{ name: 'Phone' }]);
	});

	it('is changed and replaced by whoever has verified just now (promise 17)', async () => {
		// The attack: a browser left open turns the printer’s password into one for everything.
		const { address, browser } = await app.addPersonWithTotp();
		const { id, secret } = await app.createClientPassword(browser, 'Printer', { protocols: ['submission'] });
		app.clock.advance(10 * minute + second);
		for (const attempt of [change, replace]) {
			expect((await attempt(browser, id)).code).toBe('session.verification_needed');
		}
		expect(await verdict(address, secret, 'smtp')).toBe('accepted');
		expect(await verdict(address, secret, 'imap')).toBe('refused');
	});
});
