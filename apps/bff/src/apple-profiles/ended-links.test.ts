import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { appleDevice, iphoneWishes, makeLink, pressButton } from '../testing/apple-device.ts';
import { createLinkChecks } from '../testing/link-checks.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { minute, second } from '../time/clock.ts';
import { profileLinkLife } from './apple-profiles.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});
	const { open, passwordsOf, expectGone } = createLinkChecks(() => app);

	describe('a link ends with what it was made by', () => {
		it('ten minutes, to the last moment and not beyond', async () => {
			const { browser } = await app.addPersonWithTotp();
			const { ticket } = await makeLink(browser);
			app.clock.advance(profileLinkLife - 1);
			expect(await open(ticket)).toMatchObject({ state: 'ready' });
			expect((await pressButton(appleDevice(app), ticket)).status).toBe(200);
		});

		it.each(['looked at', 'pressed', 'asked after'] as const)('too late and then %s, for good', async (how) => {
			// The attack: use a photographed code later, and set the server’s clock back for it (promise 6).
			const { browser, address } = await app.addPersonWithTotp();
			const { id, ticket } = await makeLink(browser);
			app.clock.advance(profileLinkLife);
			const late = {
				'looked at': () => open(ticket),
				pressed: () => pressButton(appleDevice(app), ticket),
				'asked after': () => browser.must('GET /api/apple-profiles/{id}/progress', { params: { id } }),
			}[how];
			await late();
			app.clock.advance(-minute);
			await expectGone(ticket, address);
		});

		const person = async () => {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			return { address, browser, authenticator, ...(await makeLink(browser)) };
		};

		it('the session: signed out', async () => {
			// The attack: a minute at somebody else's screen, to come back to at leisure.
			const { browser, ticket, address } = await person();
			await browser.must('POST /api/sign-out');
			await expectGone(ticket, address);
		});

		it('the session: ended from another browser', async () => {
			const { browser, ticket, address, authenticator } = await person();
			const owner = await app.signIn(address, authenticator);
			await owner.must('DELETE /api/sessions');
			expect((await browser.must('GET /api/session')).state).toBe('signed-out');
			await expectGone(ticket, address);
		});

		it('the session: the web password was changed elsewhere', async () => {
			const { ticket, address, authenticator } = await person();
			const owner = await app.signIn(address, authenticator);
			const body = { current: webPassword, next: 'persimmons-by-the-gate' };
			await owner.must('PUT /api/web-password', { body });
			await expectGone(ticket, address);
		});

		it('the web password, changed by whoever shares its session with a copy', async () => {
			// The attack: a stolen cookie makes a link, and its owner changes the password in that very session.
			const { browser, ticket, address } = await person();
			await browser.must('PUT /api/web-password', { body: { current: webPassword, next: 'persimmons-by-the-gate' } });
			await expectGone(ticket, address);
		});

		it('the method that its session was verified with, replaced', async () => {
			const { browser, ticket, address } = await person();
			const { methods } = await browser.must('GET /api/methods');
			await app.setUpTotp(browser, { replaces: methods[0]?.id ?? '' });
			await expectGone(ticket, address);
		});

		it('the session: an administrator set another password', async () => {
			const { ticket, address } = await person();
			await app.app.accounts.setPassword(address, 'cranes-over-the-lake');
			await expectGone(ticket, address);
		});

		it('the session: taken back what it was verified with', async () => {
			const { browser, ticket, address, authenticator } = await person();
			const owner = await app.signIn(address, authenticator);
			const [method] = (await owner.must('GET /api/methods')).methods;
			await app.setUpTotp(owner, { replaces: method?.id ?? '' });
			expect((await browser.must('GET /api/session')).state).toBe('awaiting-second-factor');
			await expectGone(ticket, address);
		});

		it('the account', async () => {
			const { ticket, address } = await person();
			await app.app.accounts.disable(address);
			await expectGone(ticket, address);
		});

		it('two-factor', async () => {
			const { browser, ticket, address } = await person();
			const [method] = (await browser.must('GET /api/methods')).methods;
			await browser.must('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
			await expectGone(ticket, address);
		});

		it('the person, removed from the shared mailbox', async () => {
			const mailbox = await createSharedMailbox(app);
			const leaving = await mailbox.join('Leaving');
			const { ticket } = await makeLink(leaving.browser);
			await mailbox.first.browser.must('DELETE /api/people/{id}', { params: { id: leaving.id } });
			await expectGone(ticket, mailbox.address);
		});

		it('the end of the password it would hold', async () => {
			const { browser, address } = await app.addPersonWithTotp();
			const expiresAt = new Date(app.clock.now() + minute).toISOString();
			const { ticket } = await makeLink(browser, { expiresAt });
			app.clock.advance(minute);
			await expectGone(ticket, address);
		});

		it('the link after it of the same intent: the newest alone is good', async () => {
			const { browser } = await app.addPersonWithTotp();
			const idempotencyKey = crypto.randomUUID();
			const older = await makeLink(browser, { idempotencyKey });
			const newer = await makeLink(browser, { idempotencyKey });
			await expectGone(older.ticket);
			expect((await pressButton(appleDevice(app), newer.ticket)).status).toBe(200);
		});

		it('five links after it of other intents: nobody has heaps of them open', async () => {
			const { browser } = await app.addPersonWithTotp();
			const links = [];
			for (let count = 1; count <= 7; count += 1) {
				app.clock.advance(second);
				links.push(await makeLink(browser));
			}
			const states = await Promise.all(links.map(({ ticket }) => open(ticket)));
			expect(states.map(({ state }) => state)).toEqual(['gone', ...Array(6).fill('ready')]);
		});
	});

	describe('the limit of six holds for profiles (promise 19)', () => {
		it('when the link is made, where its person reads why', async () => {
			const { browser } = await app.addPersonWithTotp();
			for (let count = 1; count <= 6; count += 1) await app.createClientPassword(browser);
			const refusal = await browser.call('POST /api/apple-profiles', { body: iphoneWishes() });
			expect([refusal.status, refusal.code]).toEqual([409, 'client_password.limit_reached']);
		});

		it('and when it is used: the link is gone, and six are six', async () => {
			// The attack: collect links while there is room, and use them all.
			const { browser } = await app.addPersonWithTotp();
			for (let count = 1; count <= 4; count += 1) await app.createClientPassword(browser);
			const links = [];
			for (let count = 1; count <= 5; count += 1) links.push(await makeLink(browser));
			const fetched = await Promise.all(links.map(({ ticket }) => pressButton(appleDevice(app), ticket)));
			expect(fetched.map(({ status }) => status).toSorted()).toEqual([200, 200, 303, 303, 303]);
			expect(await passwordsOf(browser)).toHaveLength(6);
			for (const { ticket } of links) expect(await open(ticket)).toEqual({ state: 'gone' });
		});

		it('as the policy has it at that moment', async () => {
			const own = createTestApp({ db: (await create()).db });
			const { browser } = await own.addPersonWithTotp();
			await own.createClientPassword(browser);
			const { ticket } = await makeLink(browser);
			await own.setPolicy({ clientPasswords: 1 });
			expect((await pressButton(appleDevice(own), ticket)).status).toBe(303);
			expect(await passwordsOf(browser)).toHaveLength(1);
		});
	});
});
