import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { anyMailApp, createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { day } from '../time/clock.ts';
import { stragglers } from './mail-connections.ts';

onEachDatabase((create) => {
	let app: TestApp;
	/** Accounts whose mail servers have been told, in order. */
	let told: string[] = [];
	beforeAll(async () => {
		const mailConnections = {
			end: async (address: string) => {
				told.push(address);
				return { result: 'ended' } as const;
			},
		};
		const services = { textGateways: [], identityProviders: {}, mailConnections };
		app = createTestApp({ db: (await create()).db, services });
	});
	/** What has been done before is seen to, stragglers too. */
	const rest = async () => {
		await app.app.deliver();
		app.clock.advance(stragglers);
		await app.app.deliver();
		told = [];
	};
	beforeEach(rest);
	const ended = async () => {
		await app.app.deliver();
		return told;
	};
	/** Somebody whose own set-up is long done with. */
	const settled = async () => {
		const person = await app.addPersonWithTotp();
		const { id } = await app.createClientPassword(person.browser);
		await rest();
		return { ...person, id };
	};
	const { app: _, ...wishes } = { ...anyMailApp, name: 'Phone' };

	describe('a mail app that stays connected reads on after what let it in is gone: so its connection ends when', () => {
		it('its client password is deleted', async () => {
			const { address, browser, id } = await settled();
			await browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
			expect(await ended()).toEqual([address]);
		});

		it('its client password is replaced', async () => {
			const { address, browser, id } = await settled();
			await browser.must('POST /api/client-passwords/{id}/replace', { params: { id } });
			expect(await ended()).toEqual([address]);
		});

		it('its client password is for less than before, and not when it is called otherwise', async () => {
			const { address, browser, id } = await settled();
			const change = (more: Partial<typeof wishes>) =>
				browser.must('PUT /api/client-passwords/{id}', { params: { id }, body: { ...wishes, ...more } });
			await change({ name: 'Old phone' });
			expect(await ended()).toEqual([]);
			await change({ protocols: ['imap'] });
			expect(await ended()).toEqual([address]);
		});

		it('its client password has come to its end', async () => {
			const { address, browser, id } = await settled();
			const expiresAt = new Date(app.clock.now() + day).toISOString();
			await browser.must('PUT /api/client-passwords/{id}', { params: { id }, body: { ...wishes, expiresAt } });
			app.clock.advance(day - 1);
			expect(await ended()).toEqual([]);
			app.clock.advance(1);
			expect(await ended()).toEqual([address]);
		});

		it('two-factor is switched on, and not for each method that follows', async () => {
			const address = await app.addPerson();
			const browser = await app.passwordStep(address);
			await app.setUpTotp(browser);
			expect(await ended()).toEqual([address]);
			const person = await settled();
			await app.setUpTotp(person.browser);
			expect(await ended()).toEqual([]);
		});

		it('the web password changes', async () => {
			const address = await app.addPerson();
			const browser = await app.passwordStep(address);
			const body = { current: webPassword, next: 'persimmons-by-the-gate' };
			await browser.must('PUT /api/web-password', { body });
			expect(await ended()).toEqual([address]);
			const other = await app.addPerson();
			await rest();
			await app.app.accounts.setPassword(other, 'persimmons-by-the-gate');
			expect(await ended()).toEqual([other]);
		});

		it('the account is disabled', async () => {
			const { address } = await settled();
			await app.app.accounts.disable(address);
			expect(await ended()).toEqual([address]);
		});

		it('its person leaves the shared mailbox', async () => {
			const mailbox = await createSharedMailbox(app);
			const second = await mailbox.join('Second person');
			await rest();
			await mailbox.first.browser.must('DELETE /api/people/{id}', { params: { id: second.id } });
			expect(await ended()).toEqual([mailbox.address]);
		});
	});
});
