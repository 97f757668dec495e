import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	describe('an account that must have a second factor (promises 8 and 21)', () => {
		const due = () => app.addPersonWhoMust();

		it('sets one up first, and is signed in by that', async () => {
			const browser = await app.passwordStep(await due());
			expect((await browser.must('GET /api/session')).state).toBe('awaiting-set-up');
			await app.setUpTotp(browser);
			expect(await browser.must('GET /api/session')).toMatchObject({
				state: 'awaiting-set-up',
				remaining: 'recovery-codes',
			});
			await app.saveRecoveryCodes(browser);
			expect((await browser.must('GET /api/session')).state).toBe('signed-in');
		});

		it('keeps its last method', async () => {
			// The attack: set up because one must, then remove it at once. (OWASP ASVS 8.3.2)
			const browser = await app.passwordStep(await due());
			await app.setUpTotp(browser);
			await app.saveRecoveryCodes(browser);
			const [first] = (await browser.must('GET /api/methods')).methods;
			const refusal = await browser.call('DELETE /api/methods/{id}', { params: { id: first?.id ?? '' } });
			expect([refusal.status, refusal.code]).toEqual([409, 'factor.last_required']);
			await app.setUpTotp(browser);
			const { methods } = await browser.must('GET /api/methods');
			// Of two removals at once one would leave none.
			const removals = await Promise.all(
				methods.map(({ id }) => browser.copy().call('DELETE /api/methods/{id}', { params: { id } })),
			);
			expect(removals.map(({ status }) => status).toSorted()).toEqual([204, 409]);
			expect((await browser.must('GET /api/methods')).methods).toHaveLength(1);
		});

		it('falls back to set-up in sessions that are signed in already, at their next request', async () => {
			const address = await app.addPerson();
			const browser = await app.passwordStep(address);
			expect((await browser.must('GET /api/session')).state).toBe('signed-in');
			const from = new Date(app.clock.now()).toISOString();
			await app.setPolicy({ required: [{ account: address, from, remindDays: 0 }] });
			expect((await browser.must('GET /api/session')).state).toBe('awaiting-set-up');
			expect((await browser.call('GET /api/client-passwords')).code).toBe('session.set_up_needed');
		});
	});
});
