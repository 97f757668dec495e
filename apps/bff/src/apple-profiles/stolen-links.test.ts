import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import { appleDevice, iphoneWishes, makeLink, pressButton, secretIn } from '../testing/apple-device.ts';
import { createLinkChecks } from '../testing/link-checks.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, origin, type TestApp } from '../testing/test-app.ts';
import { minute } from '../time/clock.ts';

onEachDatabase((create, databaseName) => {
	let app: TestApp;
	let database: TestDatabase;
	beforeAll(async () => {
		const { db, ...created } = await create();
		({ database } = created);
		app = createTestApp({ db });
	});

	const { open, passwordsOf, expectBackOnPage, expectGone } = createLinkChecks(() => app);

	describe('a link is good once (promise 20)', () => {
		it('and of thirty that press its button at once one gets a profile, and one password is made', async () => {
			// The attack: whoever photographed the code is as quick as its owner.
			const { address, browser } = await app.addPersonWithTotp();
			const { ticket } = await makeLink(browser);
			const devices = Array.from({ length: 30 }, () => appleDevice(app));
			const fetched = await Promise.all(devices.map((device) => pressButton(device, ticket)));
			const served = fetched.filter(({ status }) => status === 200);
			expect(served).toHaveLength(1);
			for (const each of fetched.filter(({ status }) => status !== 200)) expectBackOnPage(each, ticket);
			expect(await passwordsOf(browser)).toHaveLength(1);
			const password = secretIn(served[0]?.file ?? Buffer.alloc(0));
			expect((await app.doors.lua({ user: address, password })).verdict).toBe('accepted');
		});

		if (databaseName === 'PostgreSQL') {
			it('also across replicas', async () => {
				const { browser } = await app.addPersonWithTotp();
				const { ticket } = await makeLink(browser);
				const replicas = [app, createTestApp({ db: database.open(), clock: app.clock })];
				const fetched = await Promise.all(
					Array.from({ length: 20 }, (_, index) => pressButton(appleDevice(replicas[index % 2] ?? app), ticket)),
				);
				expect(fetched.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(303)]);
				expect(await passwordsOf(browser)).toHaveLength(1);
			});
		}

		it('and gone afterwards, with its password left as it is', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { ticket } = await makeLink(browser);
			const password = secretIn((await pressButton(appleDevice(app), ticket)).file);
			await expectGone(ticket);
			expect((await app.doors.lua({ user: address, password })).verdict).toBe('accepted');
		});

		it('is not used up by looking: previews, robots and the page itself ask as often as they like', async () => {
			// Messengers and mail scanners fetch every link that passes by.
			const { browser } = await app.addPersonWithTotp();
			const { ticket } = await makeLink(browser);
			for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
				for (const path of [`/profile/${ticket}`, '/profile', `/profile?ticket=${ticket}`]) {
					const answer = await appleDevice(app).send(path, { method });
					expect(answer.headers.get('Content-Type') ?? '').not.toContain('aspen');
				}
			}
			for (let time = 1; time <= 3; time += 1) expect(await open(ticket)).toMatchObject({ state: 'ready' });
			expect((await pressButton(appleDevice(app), ticket)).status).toBe(200);
		});
	});

	describe('the button is pressed on our own page (promise 15)', () => {
		it.each([
			{},
			{ Origin: 'https://evil.example' },
			{ Origin: 'null' },
			{ 'Sec-Fetch-Site': 'cross-site' },
			{ 'Sec-Fetch-Site': 'same-site' },
			{ Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
		])('and nowhere else: %j is refused, and uses nothing up', async (headers: Record<string, string>) => {
			// The attack: a foreign page posts the form, and has the link used up or the device ask for a profile.
			const { browser } = await app.addPersonWithTotp();
			const { ticket } = await makeLink(browser);
			expect((await pressButton(appleDevice(app), ticket, headers)).status).toBe(403);
			expect(await open(ticket)).toMatchObject({ state: 'ready' });
			expect(await passwordsOf(browser)).toEqual([]);
		});

		it.each(['multipart/form-data; boundary=x', 'text/plain', 'application/json', ''])(
			'and sent as the form that it is, not as %j',
			async (type) => {
				const { browser } = await app.addPersonWithTotp();
				const { ticket } = await makeLink(browser);
				const headers = { Origin: origin, 'Content-Type': type };
				expect((await pressButton(appleDevice(app), ticket, headers)).status).toBe(303);
				expect(await open(ticket)).toMatchObject({ state: 'ready' });
			},
		);

		it.each([
			'',
			'x',
			'../api/session',
			'//evil.example',
			'\r\nSet-Cookie: a=b',
			'\u0000'.repeat(22),
			'a'.repeat(22),
			'邮'.repeat(22),
		])('the ticket %j leads nowhere else', async (ticket) => {
			// The attack: have our own redirect lead to another site, or write a header.
			const { status, headers } = await pressButton(appleDevice(app), ticket);
			expect(status).toBe(303);
			expect(headers.get('Location')).toMatch(/^\/profile\/[\w-]+$/);
			expect(headers.getSetCookie()).toEqual([]);
		});

		it('is not pressed by 5 kB', async () => {
			expect((await pressButton(appleDevice(app), 'x'.repeat(5000))).status).toBe(413);
		});
	});

	describe('a link is its person’s', () => {
		it('what became of it is told to nobody else', async () => {
			const { browser } = await app.addPersonWithTotp();
			const { id } = await makeLink(browser);
			const stranger = await app.addPersonWithTotp();
			for (const key of ['GET /api/apple-profiles/{id}/progress', 'GET /api/apple-profiles/{id}/events'] as const) {
				expect((await stranger.browser.call(key, { params: { id } })).code).toBe('request.not_found');
			}
		});

		it('not even to others of the same mailbox', async () => {
			const mailbox = await createSharedMailbox(app);
			const other = await mailbox.join('Other');
			const { id } = await makeLink(mailbox.first.browser);
			const answer = await other.browser.call('GET /api/apple-profiles/{id}/progress', { params: { id } });
			expect(answer.code).toBe('request.not_found');
		});

		it('is made only by who has a second factor and has just shown it (promise 17)', async () => {
			const without = await app.passwordStep(await app.addPerson());
			expect((await without.call('POST /api/apple-profiles', { body: iphoneWishes() })).code).toBe(
				'client_password.factor_needed',
			);
			const { browser } = await app.addPersonWithTotp();
			app.clock.advance(11 * minute);
			expect((await browser.call('POST /api/apple-profiles', { body: iphoneWishes() })).code).toBe(
				'session.verification_needed',
			);
		});
	});

	it('neither ticket nor password is in the database or in the log (promises 30 and 35)', async () => {
		// The attack: a stolen backup while a link is open, or a look into the log.
		const own = createTestApp({ db: (await create()).db });
		const { browser } = await own.addPersonWithTotp();
		const { ticket } = await makeLink(browser);
		const later = await makeLink(browser);
		const password = secretIn((await pressButton(appleDevice(own), later.ticket)).file);
		const tables = ['apple_profiles', 'client_passwords', 'activity', 'notices'] as const;
		const rows = await Promise.all(tables.map((table) => own.db.selectFrom(table).selectAll().execute()));
		await own.db.destroy();
		for (const each of [ticket, later.ticket]) {
			expect((await pressButton(appleDevice(own), each)).headers.get('Location')).toBe(`/profile/${each}`);
		}
		expect(own.logged()).toContain('failure');
		for (const secret of [ticket, later.ticket, password]) {
			expect(JSON.stringify(rows)).not.toContain(secret);
			expect(own.logged()).not.toContain(secret);
		}
	});
});
