import type { LiveCheck } from '@mailward/shared/contract/client-passwords.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { type EventReader, readEvents } from '../testing/events.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { minute } from '../time/clock.ts';

/** Told as the page tells it while a mail app is being set up. */
onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const desk = '198.51.100.20';
	const login = async (user: string, password: string, protocol = 'imap') => {
		const { verdict } = await app.doors.lua({ user, password, protocol, clientAddress: desk });
		await app.app.finish();
		return verdict;
	};
	const check = (browser: Browser, id: string): Promise<LiveCheck> =>
		browser.must('GET /api/client-passwords/{id}/progress', { params: { id } });
	const waiting = { state: 'waiting' };
	const client = { browser: '', system: '', address: desk, place: null };
	const now = () => new Date(app.clock.now()).toISOString();

	it('waits, warns of the web password, and ticks for the very password that was made', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { id, secret } = await app.createClientPassword(browser);
		expect(await check(browser, id)).toEqual({ incoming: waiting, outgoing: waiting });
		await login(address, webPassword);
		const refused = { state: 'refused', reason: 'web-password', protocol: 'imap', at: now(), client };
		expect(await check(browser, id)).toEqual({ incoming: refused, outgoing: waiting });
		await login(address, secret);
		const passed = { state: 'passed', protocol: 'imap', at: now(), client };
		expect(await check(browser, id)).toEqual({ incoming: passed, outgoing: waiting });
		await login(address, secret, 'smtp');
		expect(await check(browser, id)).toMatchObject({ outgoing: { state: 'passed', protocol: 'submission' } });
	});

	it('says what was typed wrongly, and what is not for this, by what was sent last', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { id, secret } = await app.createClientPassword(browser, 'Phone', { protocols: ['imap', 'submission'] });
		await login(address, webPassword);
		await login(address, secret.toLowerCase());
		expect(await check(browser, id)).toMatchObject({ incoming: { state: 'refused', reason: 'wrong' } });
		await login(address, secret, 'pop3');
		expect(await check(browser, id)).toMatchObject({
			incoming: { state: 'refused', reason: 'not-allowed', protocol: 'pop3' },
		});
	});

	it('says of the password that was here before that it is gone', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { id, secret } = await app.createClientPassword(browser);
		await login(address, secret);
		await browser.must('POST /api/client-passwords/{id}/replace', { params: { id } });
		expect(await check(browser, id)).toEqual({ incoming: waiting, outgoing: waiting });
		await login(address, secret);
		expect(await check(browser, id)).toMatchObject({ incoming: { state: 'refused', reason: 'deleted' } });
	});

	it('ticks for no other password, and warns of nothing that was before', async () => {
		// A tick that any other mail app of theirs can bring about says nothing about the one that is being set up.
		const { address, browser } = await app.addPersonWithTotp();
		const other = await app.createClientPassword(browser, 'Laptop');
		await login(address, webPassword);
		app.clock.advance(minute);
		const { id } = await app.createClientPassword(browser);
		await login(address, other.secret);
		await login(address, other.secret, 'smtp');
		expect(await check(browser, id)).toEqual({ incoming: waiting, outgoing: waiting });
	});

	it('is about what the password is for', async () => {
		const { browser } = await app.addPersonWithTotp();
		const printer = await app.createClientPassword(browser, 'Printer', { protocols: ['submission'] });
		const filter = await app.createClientPassword(browser, 'Filters', { protocols: ['other'] });
		expect(await check(browser, printer.id)).toEqual({ incoming: null, outgoing: waiting });
		expect(await check(browser, filter.id)).toEqual({ incoming: null, outgoing: null });
	});

	it('is one person’s: of a shared mailbox nobody sees what became of another’s', async () => {
		const mailbox = await createSharedMailbox(app);
		const second = await mailbox.join('Second person');
		const lost = await app.createClientPassword(mailbox.first.browser, 'Mine');
		const { id } = await app.createClientPassword(second.browser);
		await mailbox.first.browser.must('DELETE /api/client-passwords/{id}', { params: { id: lost.id } });
		await login(mailbox.address, lost.secret);
		expect(await check(second.browser, id)).toEqual({ incoming: waiting, outgoing: waiting });
		await login(mailbox.address, webPassword);
		expect(await check(second.browser, id)).toMatchObject({ incoming: { reason: 'web-password' } });
		for (const path of ['progress', 'events']) {
			const foreign = await mailbox.first.browser.send(`/api/client-passwords/${id}/${path}`);
			expect([path, foreign.status, foreign.code]).toEqual([path, 404, 'request.not_found']);
		}
	});

	describe('the page that watches', () => {
		/** The next event, with the server's own clockwork running. */
		const nextOf = async (events: EventReader): Promise<LiveCheck | undefined> => {
			let told = false;
			const next = events.next().finally(() => {
				told = true;
			});
			while (!told) {
				await app.app.tick();
				await new Promise((resolve) => setImmediate(resolve));
			}
			return (await next) as LiveCheck | undefined;
		};

		it('keeps nobody signed in who has gone away (promise 14)', async () => {
			// The attack: a screen that was left alone with this page open, found hours later.
			const { browser } = await app.addPersonWithTotp();
			const { id } = await app.createClientPassword(browser);
			const events = readEvents(await browser.open(`/api/client-passwords/${id}/events`));
			for (let minutes = 0; minutes < 60; minutes += 1) {
				app.clock.advance(minute);
				for (let turn = 0; turn < 20; turn += 1) await app.app.tick();
				await browser.call('GET /api/client-passwords/{id}/progress', { params: { id } });
			}
			expect((await browser.must('GET /api/session')).state).toBe('signed-out');
			await events.leave();
		});

		it('is told as soon as it is written, and no more when the password is gone', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { id, secret } = await app.createClientPassword(browser);
			const events = readEvents(await browser.open(`/api/client-passwords/${id}/events`));
			expect(await nextOf(events)).toEqual({ incoming: waiting, outgoing: waiting });
			await app.doors.lua({ user: address, password: webPassword });
			expect(await nextOf(events)).toMatchObject({ incoming: { reason: 'web-password' } });
			await app.doors.lua({ user: address, password: secret });
			expect(await nextOf(events)).toMatchObject({ incoming: { state: 'passed' } });
			await app.doors.lua({ user: address, password: secret, protocol: 'smtp' });
			expect(await nextOf(events)).toMatchObject({ outgoing: { state: 'passed' } });
			await browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
			for (let turn = 0; turn < 20; turn += 1) await app.app.tick();
			expect(await nextOf(events)).toBeUndefined();
		});
	});
});
