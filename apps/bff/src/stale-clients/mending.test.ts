import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, mailKey, type TestApp, webPassword } from '../testing/test-app.ts';
import { minute } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	/** One log-in of a mail app that says what it is, and all that is written of it. */
	const login = async (
		user: string,
		password: string,
		remoteAddress: string,
		{ program = '', service = 'imap' } = {},
	) => {
		const response = await app.app.internal.request('/mail-login/dovecot', {
			method: 'POST',
			headers: { Authorization: `Bearer ${mailKey}`, 'Content-Type': 'application/json' },
			body: JSON.stringify({
				user,
				password,
				service,
				remoteAddress,
				...(program !== '' && { clientId: `"name" "${program}"` }),
			}),
		});
		await app.app.finish();
		return ((await response.json()) as { result: string }).result;
	};
	const listed = async (browser: Browser) => (await browser.must('GET /api/stale-clients/progress')).staleClients;

	describe('one place', () => {
		it('is the network of an IPv6 address, in which a computer takes a new one every day', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser);
			for (const last of ['1', 'ab12:34cd:56ef:7890', 'ffff:ffff:ffff:ffff']) {
				await login(address, webPassword, `2001:db8:1:2:${last.includes(':') ? last : `:${last}`}`);
			}
			expect(await listed(browser)).toMatchObject([{ tries: 3, client: { address: '2001:db8:1:2::' } }]);
			await login(address, secret, '2001:db8:1:3::1');
			expect(await listed(browser)).toHaveLength(1);
			await login(address, secret, '2001:db8:1:2:9:8:7:6');
			expect(await listed(browser)).toEqual([]);
		});

		it('is one address of IPv4, also where it is written as IPv6', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			await login(address, webPassword, '198.51.100.20');
			await login(address, webPassword, '::ffff:198.51.100.20');
			await login(address, webPassword, '198.51.100.21');
			expect((await listed(browser)).map(({ client, tries }) => [client.address, tries])).toEqual([
				['198.51.100.21', 1],
				['198.51.100.20', 2],
			]);
		});

		it('of IPv6 is known to be a cloud’s', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			await login(address, webPassword, '2603:1026:c0a::1');
			expect(await listed(browser)).toMatchObject([{ cloud: 'microsoft' }]);
		});
	});

	describe('a phone that was refused at home and is mended at work', () => {
		const home = '203.0.113.5';
		const work = '198.51.100.20';
		const phone = { program: 'iPhone Mail' };

		it('is mended when it has been silent at home for half an hour', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser);
			await login(address, webPassword, home, phone);
			app.clock.advance(30 * minute - 1);
			await login(address, secret, work, phone);
			expect(await listed(browser)).toHaveLength(1);
			app.clock.advance(1);
			await login(address, secret, work, phone);
			expect(await listed(browser)).toEqual([]);
			// It was another one, after all.
			app.clock.advance(minute);
			await login(address, webPassword, home, phone);
			expect(await listed(browser)).toMatchObject([{ tries: 2, client: { address: home } }]);
		});

		it.each([
			['a mail app of another name', { program: 'Thunderbird' }],
			['one that does not say what it is', {}],
			['the same one by another protocol', { ...phone, service: 'pop3' }],
		])('and %s proves nothing', async (_what, other) => {
			const { address, browser } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser);
			await login(address, webPassword, home, phone);
			app.clock.advance(30 * minute);
			await login(address, secret, work, other);
			expect(await listed(browser)).toHaveLength(1);
		});

		it('nor do two that do not say what they are', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser);
			await login(address, webPassword, home);
			app.clock.advance(30 * minute);
			await login(address, secret, work);
			expect(await listed(browser)).toHaveLength(1);
		});

		it('nor does a colleague’s phone, where it is known whose the refused one is', async () => {
			const { address, first, join } = await createSharedMailbox(app);
			const other = await join('Second person');
			const { id, secret: lost } = await app.createClientPassword(first.browser);
			await first.browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
			const theirs = await app.createClientPassword(other.browser);
			const own = await app.createClientPassword(first.browser);
			await login(address, lost, home, phone);
			app.clock.advance(30 * minute);
			await login(address, theirs.secret, work, phone);
			expect(await listed(first.browser)).toHaveLength(1);
			await login(address, own.secret, work, phone);
			expect(await listed(first.browser)).toEqual([]);
		});
	});
});
