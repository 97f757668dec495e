import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import type { Accounts } from './accounts.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let accounts: Accounts;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
		accounts = app.app.accounts;
	});

	it('are found by address and alias, in any spelling', async () => {
		await accounts.add({ address: 'Lin', name: ' 林晓 ', aliases: ['lin.xiao', 'lin@alumni.example.edu.cn'] });
		for (const typed of ['lin', 'LIN@example.edu.cn', 'Lin.Xiao', 'lin@alumni.example.edu.cn']) {
			expect(await accounts.find(typed)).toMatchObject({
				address: 'lin@example.edu.cn',
				name: '林晓',
				twoFactor: false,
			});
		}
		await expect(accounts.find('chen')).rejects.toThrow('there is no account chen@example.edu.cn');
		await expect(accounts.find('lin@elsewhere.example')).rejects.toThrow('is not an address of');
	});

	describe('never share an address', () => {
		it.each([
			['the address of another', { address: 'WEI' }],
			['an alias of another', { address: 'wei.alias' }],
			['another’s address as an alias', { address: 'fresh-1', aliases: ['wei'] }],
			['another’s alias as an alias', { address: 'fresh-2', aliases: ['Wei.Alias'] }],
		])('%s is taken', async (_what, account) => {
			await accounts.add({ address: 'wei', aliases: ['wei.alias'] }).catch(() => undefined);
			await expect(accounts.add(account)).rejects.toThrow('is taken');
			await expect(accounts.find('fresh-1')).rejects.toThrow('there is no account');
		});

		it('also when two administrators add it at once', async () => {
			const results = await Promise.allSettled(Array.from({ length: 5 }, () => accounts.add({ address: 'at-once' })));
			expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		});

		it('and leave nothing half done', async () => {
			await accounts.add({ address: 'half', aliases: ['half.alias'] });
			const results = await Promise.allSettled([
				accounts.add({ address: 'half-2', aliases: ['shared.alias'] }),
				accounts.add({ address: 'half-3', aliases: ['shared.alias'] }),
			]);
			expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
			const addresses = (await accounts.list()).map(({ address }) => address);
			expect(addresses.filter((address) => /^half-[23]@/.test(address))).toHaveLength(1);
		});
	});

	it.each([
		[{ address: 'x', password: 'short' }, 'at least 12 characters'],
		[{ address: 'x', password: 'long-enough-password', passwordHash: '$argon2id$' }, 'not both'],
		[{ address: 'x', passwordHash: '$2b$12$abcdefghijklmnopqrstuv' }, 'not argon2id in PHC format'],
		[{ address: 'x y' }, 'is not an address of'],
	])('say what is wrong with %j', async (account, message) => {
		await expect(accounts.add(account)).rejects.toThrow(message);
	});

	it('are told of as not there by every act', async () => {
		await expect(accounts.disable('nobody')).rejects.toThrow('there is no account');
		await expect(accounts.enable('nobody')).rejects.toThrow('there is no account');
		await expect(accounts.setPassword('nobody', 'long-enough-password')).rejects.toThrow('there is no account');
	});
});
