import { expect } from 'vitest';
import { appleDevice, type Fetched, pressButton } from './apple-device.ts';
import type { Browser } from './browser.ts';
import type { TestApp } from './test-app.ts';

/** What the tests of profile links look at again and again. `current` is asked at each check, since a test makes its server late. */
export const createLinkChecks = (current: () => TestApp) => {
	const open = (ticket: string) => appleDevice(current()).must('POST /api/apple-profiles/open', { body: { ticket } });
	const passwordsOf = async (browser: Browser) =>
		(await browser.must('GET /api/client-passwords')).clientPasswords.map(({ id }) => id);
	const expectBackOnPage = ({ status, headers, file }: Fetched, ticket: string) => {
		expect([status, headers.get('Location'), file.length]).toEqual([303, `/profile/${ticket}`, 0]);
		expect(headers.get('Cache-Control')).toBe('no-store');
		expect(headers.getSetCookie()).toEqual([]);
	};
	return {
		open,
		passwordsOf,
		expectBackOnPage,
		/** Refused, told as any other that is gone; and, of this account, no password made. */
		async expectGone(ticket: string, address?: string) {
			const { app, db } = current();
			expect(await open(ticket)).toEqual({ state: 'gone' });
			expectBackOnPage(await pressButton(appleDevice(current()), ticket), ticket);
			if (address === undefined) return;
			const { id } = await app.accounts.find(address);
			const rows = await db.selectFrom('client_passwords').where('account_id', '=', id).select('id').execute();
			expect(rows).toEqual([]);
		},
	};
};
