import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';
import { onEachDatabase } from '../storage/test-databases.ts';
import { makeLink } from '../testing/apple-device.ts';
import { beginScanSetUp } from '../testing/scan-acts.ts';
import { createSharedMailbox, type Member, type SharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { createPeopleStore } from './people-store.ts';

onEachDatabase((create) => {
	let db: Database;
	let app: TestApp;
	let ownTables: readonly (keyof Tables)[];
	const store = createPeopleStore();
	beforeAll(async () => {
		({ db } = await create());
		app = createTestApp({ db });
		ownTables = (await db.introspection.getTables())
			.filter(({ columns }) => columns.some(({ name }) => name === 'person_id'))
			.map(({ name }) => name as keyof Tables)
			// What somebody did stays told, under the name they had.
			.filter((name) => name !== 'activity');
	});

	/** How many rows of each table are this person's. */
	const rowsOf = async (id: string): Promise<Record<string, number>> => {
		const counts: Record<string, number> = {};
		for (const table of ownTables) {
			const rows = await db.selectFrom(table).selectAll().execute();
			counts[table] = rows.filter((row) => 'person_id' in row && row.person_id === id).length;
		}
		return counts;
	};
	/** Does what leaves something in every table. Whoever adds one adds to this. */
	const leaveTraces = async (address: string, { browser }: Member): Promise<void> => {
		await browser.must('POST /api/trusted-devices', { body: {} });
		await app.saveRecoveryCodes(browser);
		await app.createClientPassword(browser);
		const { id, secret } = await app.createClientPassword(browser, 'Old phone');
		await browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
		await app.doors.lua({ user: address, password: secret });
		await app.app.finish();
		await makeLink(browser);
		await beginScanSetUp(browser, 'wechat');
	};

	describe('all that is one person’s', () => {
		let mailbox: SharedMailbox;
		let second: Member;
		beforeEach(async () => {
			mailbox = await createSharedMailbox(app);
			second = await mailbox.join('Second person');
			for (const member of [mailbox.first, second]) await leaveTraces(mailbox.address, member);
		});
		const nothing = () => Object.fromEntries(ownTables.map((table) => [table, 0]));

		it('is in every table that says whose its rows are', async () => {
			for (const { id } of [mailbox.first, second]) {
				const empty = Object.entries(await rowsOf(id)).filter(([, count]) => count === 0);
				expect(empty).toEqual([]);
			}
		});

		it('goes with them, and nothing of anybody else', async () => {
			const before = await rowsOf(mailbox.first.id);
			await mailbox.first.browser.must('DELETE /api/people/{id}', { params: { id: second.id } });
			expect(await rowsOf(second.id)).toEqual(nothing());
			expect(await rowsOf(mailbox.first.id)).toEqual(before);
		});

		it('is the mailbox’s own when they alone are left and turn two-factor off', async () => {
			const before = await rowsOf(second.id);
			await store.remove(db, mailbox.first.id, mailbox.first.id);
			await store.becomeFirst(db, mailbox.first.id, second.id);
			expect(await rowsOf(second.id)).toEqual(nothing());
			expect(await rowsOf(mailbox.first.id)).toEqual(before);
		});
	});

	it('a mail app of one who has left is a guess to those who stay', async () => {
		const mailbox = await createSharedMailbox(app);
		const leaver = await mailbox.join('Second person');
		const { id, secret } = await app.createClientPassword(leaver.browser, 'Old phone');
		await leaver.browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
		await mailbox.first.browser.must('DELETE /api/people/{id}', { params: { id: leaver.id } });
		await app.doors.lua({ user: mailbox.address, password: secret });
		await app.app.finish();
		const rows = db.selectFrom('stale_clients').where('account_id', '=', mailbox.first.id);
		expect(await rows.select(['reason', 'person_id', 'name']).execute()).toEqual([
			{ reason: 'wrong', person_id: null, name: '' },
		]);
	});
});
