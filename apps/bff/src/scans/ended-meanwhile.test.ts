import { methodKinds } from '@mailward/shared/factors/kinds.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createPhone, type Phone } from '../testing/phone.ts';
import {
	addScanningPerson,
	answerByScan,
	beginScanSetUp,
	finishScanSetUp,
	newSubject,
	type ScanningPerson,
	type ShownCode,
	scanChallenge,
	setUpScan,
} from '../testing/scan-acts.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

/** A thief at the second step, whose code the owner’s phone has before it and could confirm. */
type Pending = ScanningPerson & ShownCode & { readonly thief: Browser };

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const pending = async (): Promise<Pending> => {
		const person = await addScanningPerson(app);
		const thief = await app.passwordStep(person.address);
		const code = await scanChallenge(thief, 'wechat');
		await person.phone.identify(code.url, person.subject);
		return { ...person, thief, ...code };
	};
	const unbind = async ({ browser }: Pick<Pending, 'browser'>, kind: string) => {
		const found = (await browser.must('GET /api/methods')).methods.find((method) => method.kind === kind);
		await browser.must('DELETE /api/methods/{id}', { params: { id: found?.id ?? '' } });
	};

	describe('a scan under way (promise 11; Keycloak CVE-2026-9798)', () => {
		// The attack: the owner reacts while the thief’s code is on a phone, and the confirmation lets the thief in all the
		// same.
		const ends: [what: string, act: (all: Pending) => Promise<unknown>][] = [
			['a new password', ({ address }) => app.app.accounts.setPassword(address, 'persimmons-by-the-gate')],
			['disabling', ({ address }) => app.app.accounts.disable(address)],
			[
				'disabling and enabling',
				async ({ address }) => {
					await app.app.accounts.disable(address);
					await app.app.accounts.enable(address);
				},
			],
			['signing out', ({ thief }) => thief.must('POST /api/sign-out')],
			['ending all sessions', ({ browser }) => browser.must('DELETE /api/sessions')],
			['unbinding the last method', (all) => unbind(all, 'wechat')],
			[
				'unbinding one of several',
				async (all) => {
					await app.setUpTotp(all.browser);
					await unbind(all, 'wechat');
				},
			],
			[
				'another phone bound in its place',
				async ({ browser }) => {
					const [method] = (await browser.must('GET /api/methods')).methods;
					const code = await beginScanSetUp(browser, 'wechat', { replaces: method?.id ?? '' });
					await createPhone(app, 'wechat').confirm(code.url, newSubject('wechat'));
					expect((await finishScanSetUp(browser, code.id)).status).toBe(200);
				},
			],
		];

		it.each(ends)('is killed by %s, before the phone confirms and after', async (_what, act) => {
			for (const when of ['before', 'after'] as const) {
				const all = await pending();
				if (when === 'after') await all.phone.answer(all.url, 'confirm');
				await act(all);
				if (when === 'before') await all.phone.answer(all.url, 'confirm');
				const refusal = await answerByScan(all.thief, all.id);
				expect([when, refusal.status >= 400 && refusal.status < 500]).toEqual([when, true]);
				expect(refusal.headers.getSetCookie().filter((cookie) => !cookie.includes('=;'))).toEqual([]);
				expect(['awaiting-second-factor', 'signed-out']).toContain(await stateOf(all.thief));
			}
		});

		it('comes to nothing under a policy that takes the method no more', async () => {
			const all = await pending();
			await app.setUpTotp(all.browser);
			await all.phone.answer(all.url, 'confirm');
			await app.setPolicy({ methods: ['totp'] });
			const refusal = await answerByScan(all.thief, all.id);
			await app.setPolicy({ methods: [...methodKinds] });
			expect([refusal.status, refusal.code]).toEqual([404, 'factor.not_available']);
			expect(await stateOf(all.thief)).toBe('awaiting-second-factor');
		});

		it('is killed when its page passes by another method', async () => {
			const { browser, address, phone, subject } = await addScanningPerson(app);
			const authenticator = await app.setUpTotp(browser);
			const page = await app.passwordStep(address);
			const code = await scanChallenge(page, 'wechat');
			await phone.identify(code.url, subject);
			const { id } = await page.must('POST /api/challenges', { body: { kind: 'totp' } });
			await page.must('POST /api/challenges/{id}/answer', {
				params: { id },
				body: { code: app.freshCode(authenticator) },
			});
			expect(await phone.answer(code.url, 'confirm')).toEqual({ state: 'expired' });
			expect((await answerByScan(page, code.id)).code).toBe('challenge.expired');
		});

		it('does not come back where another account signs in to the same browser', async () => {
			const all = await pending();
			const other = await addScanningPerson(app);
			await all.thief.must('POST /api/sign-in', { body: { address: other.address, password: 'plum-blossom-in-snow' } });
			await all.phone.answer(all.url, 'confirm');
			expect((await answerByScan(all.thief, all.id)).code).toBe('challenge.expired');
		});
	});

	describe('a set-up under way', () => {
		const settingUp = async (): Promise<{ address: string; thief: Browser; phone: Phone } & ShownCode> => {
			const address = await app.addPerson();
			const thief = await app.passwordStep(address);
			const code = await beginScanSetUp(thief, 'wechat');
			const phone = createPhone(app, 'wechat');
			await phone.identify(code.url, newSubject('wechat'));
			return { address, thief, phone, ...code };
		};

		it.each(['a new password', 'disabling', 'a method set up elsewhere', 'cancelling', 'another set-up'] as const)(
			'is killed by %s, before the phone confirms and after',
			async (what) => {
				for (const when of ['before', 'after'] as const) {
					const { address, thief, phone, url, id } = await settingUp();
					if (when === 'after') await phone.answer(url, 'confirm');
					if (what === 'a new password') await app.app.accounts.setPassword(address, 'persimmons-by-the-gate');
					if (what === 'disabling') await app.app.accounts.disable(address);
					if (what === 'a method set up elsewhere') await app.setUpTotp(await app.passwordStep(address));
					if (what === 'cancelling') await thief.must('DELETE /api/enrolments/{id}', { params: { id } });
					if (what === 'another set-up') await app.beginTotp(thief);
					if (when === 'before') await phone.answer(url, 'confirm');
					const refusal = await finishScanSetUp(thief, id);
					expect([401, 403, 410]).toContain(refusal.status);
					const owned = await app.app.credentials.ofAccount((await app.app.accounts.find(address)).id);
					expect(owned.filter(({ kind }) => kind === 'wechat')).toEqual([]);
				}
			},
		);
	});

	it('of somebody who is removed from a shared mailbox lets nobody in and binds nothing', async () => {
		const { address, first, join } = await createSharedMailbox(app);
		const leaver = await join('Leaver');
		const { phone, subject } = await setUpScan(app, leaver.browser, 'wechat');
		const page = await app.passwordStep(address);
		const challenge = await scanChallenge(page, 'wechat');
		await phone.confirm(challenge.url, subject);
		const setUp = await beginScanSetUp(leaver.browser, 'dingtalk');
		const dingtalk = createPhone(app, 'dingtalk');
		await dingtalk.identify(setUp.url, newSubject('dingtalk'));
		await first.browser.must('DELETE /api/people/{id}', { params: { id: leaver.id } });
		expect((await answerByScan(page, challenge.id)).code).toBe('factor.not_available');
		expect(await stateOf(page)).toBe('awaiting-second-factor');
		expect(await dingtalk.answer(setUp.url, 'confirm')).toEqual({ state: 'expired' });
		expect((await finishScanSetUp(leaver.browser, setUp.id)).status).toBe(401);
	});
});
