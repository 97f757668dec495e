import type { StaleClientView } from '@mailward/shared/contract/stale-clients.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { type EventReader, readEvents } from '../testing/events.ts';
import { doorNames } from '../testing/mail-app.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { storedRows } from '../testing/tables.ts';
import { anyMailApp, createTestApp, type TestApp, testConfig, webPassword } from '../testing/test-app.ts';
import { day, hour, minute, second } from '../time/clock.ts';

onEachDatabase((create, name) => {
	let app: TestApp;
	let db: Database;
	let database: TestDatabase;
	beforeAll(async () => {
		({ db, database } = await create());
		// With a mail server, so that there is a letter box; nothing is ever sent.
		app = createTestApp({ db, config: testConfig({ MAILWARD_SMTP_URL: 'smtp://relay.example.edu.cn:25' }) });
	});

	const desk = '198.51.100.20';
	/** One log-in of a mail app; what it was refused for is found out and written. */
	const login = async (
		user: string,
		password: string,
		{
			protocol = 'imap',
			clientAddress = desk,
			at = app,
		}: { protocol?: string; clientAddress?: string; at?: TestApp } = {},
	) => {
		const { verdict } = await at.doors.lua({ user, password, protocol, clientAddress });
		await at.app.finish();
		return verdict;
	};
	const listed = async (browser: Browser): Promise<StaleClientView[]> =>
		(await browser.must('GET /api/stale-clients/progress')).staleClients;
	const noticesOf = async (address: string) => {
		const { id } = await app.app.accounts.find(address);
		const rows = db.selectFrom('notices').where('account_id', '=', id).where('event', '=', 'mail-app.stale');
		return rows.selectAll().execute();
	};
	const iso = (time: number) => new Date(time).toISOString();

	describe('a mail app that still uses the web password', () => {
		it('is shown to its owner: where it is, since when, how often', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			expect(await listed(browser)).toEqual([]);
			expect(await login(address, webPassword)).toBe('refused');
			const first = app.clock.now();
			app.clock.advance(5 * minute);
			for (let time = 0; time < 4; time += 1) await app.doors.nginx({ user: address, password: webPassword });
			await app.app.finish();
			expect(await listed(browser)).toEqual([
				{
					id: expect.any(String),
					reason: 'web-password',
					name: '',
					protocol: 'imap',
					client: { browser: '', system: '', address: desk, place: null },
					cloud: null,
					firstAt: iso(first),
					lastAt: iso(app.clock.now()),
					tries: 5,
				},
			]);
		});

		it('is one for each protocol and address, the latest first, and says whose cloud it is', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			await login(address, webPassword, { protocol: 'pop3' });
			await login(address, webPassword, { protocol: 'smtp' });
			await login(address, webPassword, { clientAddress: '40.99.1.2' });
			const clients = await listed(browser);
			expect(clients.map(({ protocol, client, cloud }) => [protocol, client.address, cloud])).toEqual([
				['imap', '40.99.1.2', 'microsoft'],
				['submission', desk, null],
				['pop3', desk, null],
			]);
		});

		it('vanishes once it is mended, comes back when it goes on, and is forgotten a day after', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			await login(address, webPassword);
			const { secret } = await app.createClientPassword(browser);
			// Neither another protocol nor another place says anything about this one.
			await login(address, secret, { protocol: 'pop3' });
			await login(address, secret, { clientAddress: '198.51.100.21' });
			expect(await listed(browser)).toHaveLength(1);
			app.clock.advance(minute);
			await login(address, secret);
			expect(await listed(browser)).toEqual([]);

			// Two behind one address: the other one still has the web password.
			app.clock.advance(minute);
			await login(address, webPassword);
			expect(await listed(browser)).toMatchObject([{ tries: 2 }]);
			app.clock.advance(minute);
			await login(address, secret);
			expect(await listed(browser)).toHaveLength(1);
			app.clock.advance(30 * minute);
			await login(address, secret);
			expect(await listed(browser)).toEqual([]);

			const { id } = await app.app.accounts.find(address);
			const rows = () => db.selectFrom('stale_clients').where('account_id', '=', id).selectAll().execute();
			await app.app.sweep();
			expect(await rows()).toHaveLength(1);
			app.clock.advance(day + minute);
			await app.app.sweep();
			expect(await rows()).toEqual([]);
		});

		it('is forgotten three days after its last try; a guess after an hour', async () => {
			const { address, authenticator } = await app.addPersonWithTotp();
			await login(address, webPassword);
			await login(address, 'wrong-one');
			app.clock.advance(hour + minute);
			await app.app.sweep();
			const { id } = await app.app.accounts.find(address);
			const reasons = async () =>
				(await db.selectFrom('stale_clients').where('account_id', '=', id).select('reason').execute()).map(
					({ reason }) => reason,
				);
			expect(await reasons()).toEqual(['web-password']);
			expect(await listed(await app.signIn(address, authenticator))).toHaveLength(1);
			app.clock.advance(3 * day);
			await app.app.sweep();
			expect(await reasons()).toEqual([]);
		});

		it('is none while the account has no second factor', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			await login(address, webPassword);
			expect(await listed(browser)).toHaveLength(1);
			const [method] = (await browser.must('GET /api/methods')).methods;
			await browser.must('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
			expect(await listed(await app.passwordStep(address))).toEqual([]);
		});

		it('is none any more when the web password is another one', async () => {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			await login(address, webPassword);
			expect(await listed(browser)).toHaveLength(1);
			const next = 'an-owl-in-the-old-willow';
			await app.app.accounts.setPassword(address, next);
			const again = app.browser();
			await again.must('POST /api/sign-in', { body: { address, password: next } });
			const id = await app.challengeOf(again);
			const code = app.freshCode(authenticator);
			await again.must('POST /api/challenges/{id}/answer', { params: { id }, body: { code } });
			expect(await listed(again)).toEqual([]);
			await login(address, webPassword);
			expect(await listed(again)).toEqual([]);
			await login(address, next);
			expect(await listed(again)).toMatchObject([{ reason: 'web-password', tries: 1 }]);
		});

		it('is counted on when the clock steps back, and no try of it is in two places', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			await login(address, webPassword);
			const latest = app.clock.now();
			app.clock.advance(-minute);
			await login(address, webPassword);
			expect(await listed(browser)).toMatchObject([{ tries: 2, lastAt: iso(latest) }]);
		});

		it('is known to a server that was started anew', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			await login(address, webPassword);
			const restarted = createTestApp({ db: database.open(), clock: app.clock });
			await login(address, webPassword, { at: restarted });
			expect(await listed(browser)).toMatchObject([{ tries: 2 }]);
		});
	});

	describe('a client password that opens nothing any more is called by its name', () => {
		it('deleted, replaced, expired, or not for this', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const lost = await app.createClientPassword(browser, 'Old phone');
			const replaced = await app.createClientPassword(browser, 'Laptop');
			const brief = await app.createClientPassword(browser, 'Printer', { expiresAt: iso(app.clock.now() + minute) });
			const reading = await app.createClientPassword(browser, 'Reader', { protocols: ['imap'] });
			await browser.must('DELETE /api/client-passwords/{id}', { params: { id: lost.id } });
			await browser.must('POST /api/client-passwords/{id}/replace', { params: { id: replaced.id } });
			app.clock.advance(minute);
			for (const { secret } of [lost, replaced, brief]) {
				expect(await login(address, secret, { protocol: 'pop3' })).toBe('refused');
			}
			expect(await login(address, reading.secret, { protocol: 'smtp' })).toBe('refused');
			const clients = await listed(browser);
			expect(clients.map(({ reason, name, protocol }) => [reason, name, protocol])).toEqual([
				['not-allowed', 'Reader', 'submission'],
				['expired', 'Printer', 'pop3'],
				['deleted', 'Laptop', 'pop3'],
				['deleted', 'Old phone', 'pop3'],
			]);
		});

		it('also when the web password is changed afterwards', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { id, secret } = await app.createClientPassword(browser, 'Old phone');
			await browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
			await login(address, secret);
			await app.app.accounts.setPassword(address, 'an-owl-in-the-old-willow');
			await login(address, secret);
			const account = await app.app.accounts.find(address);
			const rows = await db.selectFrom('stale_clients').where('account_id', '=', account.id).selectAll().execute();
			expect(rows).toMatchObject([{ reason: 'deleted', name: 'Old phone', tries: 2 }]);
		});

		it('and what is said of it goes with what becomes of it', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const end = { expiresAt: iso(app.clock.now() + minute) };
			const [longer, replaced, deleted, left] = [
				await app.createClientPassword(browser, 'Made longer', end),
				await app.createClientPassword(browser, 'Replaced', end),
				await app.createClientPassword(browser, 'Deleted', end),
				await app.createClientPassword(browser, 'Left', end),
			];
			const opened = await app.createClientPassword(browser, 'Opened', { protocols: ['imap'] });
			app.clock.advance(minute);
			for (const { secret } of [longer, replaced, deleted, left]) await login(address, secret);
			await login(address, opened.secret, { protocol: 'pop3' });
			const said = async () => (await listed(browser)).map(({ name, reason }) => [name, reason]).toSorted();
			expect(await said()).toEqual([
				['Deleted', 'expired'],
				['Left', 'expired'],
				['Made longer', 'expired'],
				['Opened', 'not-allowed'],
				['Replaced', 'expired'],
			]);
			const wishes = { protocols: [...anyMailApp.protocols], expiresAt: null };
			const change = (id: string, name: string) =>
				browser.must('PUT /api/client-passwords/{id}', { params: { id }, body: { ...wishes, name } });
			await change(longer.id, 'Made longer');
			await change(opened.id, 'Opened');
			await browser.must('POST /api/client-passwords/{id}/replace', { params: { id: replaced.id } });
			await browser.must('DELETE /api/client-passwords/{id}', { params: { id: deleted.id } });
			const now = [
				['Deleted', 'deleted'],
				['Left', 'expired'],
				['Replaced', 'deleted'],
			];
			expect(await said()).toEqual(now);
			// The mail apps go on, and are the same ones as before.
			for (const { secret } of [replaced, deleted]) await login(address, secret);
			expect(await said()).toEqual(now);
			expect(await login(address, longer.secret)).toBe('accepted');
		});

		it('and another account’s deleted one is a guess', async () => {
			// The attack: learn from what is shown here whether a password that was found is, or was, somebody’s.
			const victim = await app.addPersonWithTotp();
			const { id, secret } = await app.createClientPassword(victim.browser, 'Old phone');
			await victim.browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
			const { address, browser } = await app.addPersonWithTotp();
			await login(address, secret);
			expect(await listed(browser)).toEqual([]);
			expect(await listed(victim.browser)).toEqual([]);
		});
	});

	describe('is told to nobody else (promises 26, 33, 34)', () => {
		it.each(doorNames)('not to the mail app, by text or time, at the door %s', async (door) => {
			// The attack: tell from the answer whether a phished web password is right, although two-factor is on.
			const { address, browser } = await app.addPersonWithTotp();
			const { id, secret } = await app.createClientPassword(browser);
			await browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
			const answers = new Set<string>();
			const times = new Set<number>();
			// The second time round, what was sent is known already.
			for (let time = 0; time < 2; time += 1) {
				for (const password of [webPassword, 'wrong-one', secret]) {
					const before = app.clock.now();
					const { status, headers, text } = await app.doors[door]({ user: address, password });
					answers.add(JSON.stringify([status, text, [...headers]]));
					times.add(app.clock.now() - before);
					await app.app.finish();
				}
			}
			const before = app.clock.now();
			const nobody = await app.doors[door]({ user: 'nobody-of-that-name', password: webPassword });
			answers.add(JSON.stringify([nobody.status, nobody.text, [...nobody.headers]]));
			times.add(app.clock.now() - before);
			expect([answers.size, [...times]]).toEqual([1, [250]]);
		});

		it('and nobody is locked out, slowed down or counted for it', async () => {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser);
			const before = await storedRows(db, ['stale_clients']);
			for (let time = 0; time < 100; time += 1) {
				await app.doors.lua({ user: address, password: webPassword, clientAddress: desk });
				await app.doors.lua({ user: address, password: `guess-${time}`, clientAddress: desk });
			}
			await app.app.finish();
			expect(await storedRows(db, ['stale_clients'])).toEqual(before);
			expect(await login(address, secret)).toBe('accepted');
			await app.signIn(address, authenticator);
			const there = await app.browser(desk).call('POST /api/sign-in', { body: { address, password: webPassword } });
			expect(there.status).toBe(200);
		});

		it('neither the database nor the log has what was sent', async () => {
			const { address } = await app.addPersonWithTotp();
			await login(address, webPassword);
			await login(address, 'the-password-of-another-site');
			const all = JSON.stringify(await storedRows(db)) + app.logged();
			expect(all).not.toContain(webPassword);
			expect(all).not.toContain('the-password-of-another-site');
		});

		it('nor to whoever has shown the web password only, or is somebody else', async () => {
			const { address } = await app.addPersonWithTotp();
			await login(address, webPassword);
			const half = await app.passwordStep(address);
			for (const path of ['/api/stale-clients/progress', '/api/stale-clients/events']) {
				expect([path, (await half.send(path)).status]).toEqual([path, 403]);
				expect([path, (await app.browser().send(path)).status]).toEqual([path, 401]);
			}
			const other = await app.addPersonWithTotp();
			expect(await listed(other.browser)).toEqual([]);
		});

		it('of a shared mailbox everybody sees the web password, and each their own client passwords', async () => {
			const mailbox = await createSharedMailbox(app);
			const second = await mailbox.join('Second person');
			const { id, secret } = await app.createClientPassword(mailbox.first.browser, 'Mine');
			await mailbox.first.browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
			await login(mailbox.address, secret);
			await login(mailbox.address, webPassword);
			const reasons = async (browser: Browser) => (await listed(browser)).map(({ reason }) => reason);
			expect(await reasons(mailbox.first.browser)).toEqual(['web-password', 'deleted']);
			expect(await reasons(second.browser)).toEqual(['web-password']);
		});
	});

	describe('a letter tells of one that is still refused after half an hour', () => {
		const stale = async (browser: Browser) =>
			(await browser.must('GET /api/activity')).entries.filter(({ event }) => event === 'mail-app.stale');

		it('and says so once a day', async () => {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			await login(address, webPassword);
			const first = app.clock.now();
			app.clock.advance(29 * minute);
			await login(address, webPassword);
			expect(await noticesOf(address)).toEqual([]);
			app.clock.advance(minute);
			await login(address, webPassword);
			expect(await noticesOf(address)).toHaveLength(1);
			const [letter] = await noticesOf(address);
			expect(letter).toMatchObject({ address: desk, browser: '' });
			expect(JSON.parse(letter?.details ?? '')).toEqual({
				name: '',
				protocol: 'imap',
				reason: 'web-password',
				since: iso(first),
			});
			expect(await stale(browser)).toMatchObject([{ protocol: 'imap', reason: 'web-password' }]);
			for (let hours = 0; hours < 23; hours += 1) {
				app.clock.advance(hour);
				await login(address, webPassword);
				await login(address, webPassword, { protocol: 'smtp' });
			}
			expect(await noticesOf(address)).toHaveLength(1);
			app.clock.advance(hour);
			await login(address, webPassword);
			expect(await noticesOf(address)).toHaveLength(2);
			expect(await stale(await app.signIn(address, authenticator))).toHaveLength(2);
		});

		if (name === 'PostgreSQL') {
			it('of one server, where several find it at the same moment', async () => {
				const { address } = await app.addPersonWithTotp();
				const others = Array.from({ length: 3 }, () =>
					createTestApp({
						db: database.open(),
						clock: app.clock,
						config: testConfig({ MAILWARD_SMTP_URL: 'smtp://relay.example.edu.cn:25' }),
					}),
				);
				await login(address, webPassword);
				app.clock.advance(31 * minute);
				await Promise.all([app, ...others].map((at) => login(address, webPassword, { at })));
				expect(await noticesOf(address)).toHaveLength(1);
			});
		}

		it('of none that was mended, of no guess, and of nobody without a second factor', async () => {
			const mended = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(mended.browser);
			await login(mended.address, webPassword);
			await login(mended.address, secret);
			const guessed = await app.addPersonWithTotp();
			await login(guessed.address, 'wrong-one');
			const overdue = await app.addPersonWhoMust();
			await login(overdue, webPassword);
			app.clock.advance(31 * minute);
			await login(mended.address, secret);
			await login(guessed.address, 'wrong-one');
			await login(overdue, webPassword);
			for (const address of [mended.address, guessed.address, overdue]) expect(await noticesOf(address)).toEqual([]);
		});
	});

	describe('the page that watches', () => {
		/** The next event, with the server's own clockwork running. */
		const nextOf = async (events: EventReader) => {
			const next = events.next() as Promise<{ staleClients: StaleClientView[] }>;
			let told = false;
			void next.then(() => {
				told = true;
			});
			while (!told) {
				await app.app.tick();
				await new Promise((resolve) => setImmediate(resolve));
			}
			return (await next).staleClients;
		};

		it('is told within a second: of the first try, of more at most every ten seconds, and that it is mended', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser);
			const events = readEvents(await browser.open('/api/stale-clients/events'));
			expect(await nextOf(events)).toEqual([]);
			await app.doors.lua({ user: address, password: webPassword });
			expect(await nextOf(events)).toMatchObject([{ reason: 'web-password', tries: 1 }]);

			app.clock.advance(2 * second);
			for (let time = 0; time < 5; time += 1) await app.doors.lua({ user: address, password: webPassword });
			const seen = events.text();
			for (let time = 0; time < 5; time += 1) await app.app.tick();
			expect(events.text()).toBe(seen);
			app.clock.advance(10 * second);
			expect(await nextOf(events)).toMatchObject([{ tries: 6 }]);

			app.clock.advance(second);
			await app.doors.lua({ user: address, password: secret });
			expect(await nextOf(events)).toEqual([]);
			await events.leave();
		});

		it('sees nothing more once its session has ended', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const events = readEvents(await browser.open('/api/stale-clients/events'));
			await nextOf(events);
			await browser.copy().must('POST /api/sign-out');
			await login(address, webPassword);
			expect(await events.next()).toBeUndefined();
			expect(events.text()).not.toContain('web-password');
		});
	});
});
