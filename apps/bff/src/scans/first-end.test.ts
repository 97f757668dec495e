import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createPhone, stateIn } from '../testing/phone.ts';
import { addScanningPerson, answerByScan, beginScanSetUp, newSubject, scanChallenge } from '../testing/scan-acts.ts';
import { createTestApp, type TestApp, testConfig } from '../testing/test-app.ts';
import { minute, second } from '../time/clock.ts';
import { scanLife } from './scans.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const shown = async () => {
		const person = await addScanningPerson(app);
		const page = await app.passwordStep(person.address);
		return { ...person, page, ...(await scanChallenge(page, 'wechat')) };
	};
	const identified = async () => {
		const all = await shown();
		await all.phone.identify(all.url, all.subject);
		return all;
	};

	describe('the first end of a code counts (promise 23; NIST SP 800-63B-4, 3.1.3.2)', () => {
		it.each([
			['confirm', 'deny', 'confirmed'],
			['deny', 'confirm', 'denied'],
			['confirm', 'confirm', 'confirmed'],
			['deny', 'deny', 'denied'],
		] as const)('%s and then %s: %s', async (first, then, end) => {
			// The attack: a second answer, by whoever has the phone now, undoes the first.
			const { phone, url, page, id } = await identified();
			expect(await phone.answer(url, first)).toMatchObject({ state: end });
			expect(await phone.answer(url, then)).toMatchObject({ state: end });
			expect(await phone.scan(url)).toMatchObject({ state: end });
			const answer = await answerByScan(page, id);
			if (end === 'confirmed') expect(answer.status).toBe(200);
			else expect([answer.status, answer.code]).toEqual([409, 'factor.not_confirmed']);
		});

		it('of twenty answers that come at once', async () => {
			const { phone, url, page, id, address } = await identified();
			const views = await Promise.all(
				Array.from({ length: 20 }, (_, index) => phone.answer(url, index % 2 === 0 ? 'confirm' : 'deny')),
			);
			const [{ state } = { state: 'expired' }] = views;
			expect(['confirmed', 'denied']).toContain(state);
			expect(views.map((view) => view.state)).toEqual(Array(20).fill(state));
			expect((await answerByScan(page, id)).status === 200).toBe(state === 'confirmed');
			const { id: accountId } = await app.app.accounts.find(address);
			const noted = await app.db
				.selectFrom('activity')
				.where('account_id', '=', accountId)
				.where('event', '=', 'sign-in.denied')
				.select('id')
				.execute();
			expect(noted).toHaveLength(state === 'denied' ? 1 : 0);
		});

		it('is one session, of twenty pages that say at once that it is confirmed', async () => {
			// The attack: one confirmation lets many browsers in that share a cookie.
			const { phone, url, page, id } = await identified();
			await phone.answer(url, 'confirm');
			const pages = Array.from({ length: 20 }, () => page.copy());
			const answers = await Promise.all(pages.map((one) => answerByScan(one, id)));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
			const states = await Promise.all(pages.map((one) => one.must('GET /api/session')));
			expect(states.filter(({ state }) => state === 'signed-in')).toHaveLength(1);
		});

		it('and when it has let its page in, it is over for everybody', async () => {
			const { phone, url, page, id, address } = await identified();
			await phone.answer(url, 'confirm');
			expect((await answerByScan(page, id)).status).toBe(200);
			expect((await answerByScan(page, id)).code).toBe('challenge.expired');
			const next = await app.passwordStep(address);
			expect((await answerByScan(next, id)).code).toBe('challenge.expired');
			expect(await createPhone(app, 'wechat').scan(url)).toEqual({ state: 'expired' });
			const again = await scanChallenge(page, 'wechat');
			expect((await answerByScan(page, again.id)).code).toBe('factor.not_confirmed');
		});

		it('denied stays denied, and the page can show another', async () => {
			const { phone, url, page, subject } = await identified();
			await phone.answer(url, 'deny');
			expect(await createPhone(app, 'wechat').scan(url)).toEqual({ state: 'expired' });
			const next = await scanChallenge(page, 'wechat');
			expect(next.url).not.toBe(url);
			await phone.confirm(next.url, subject);
			expect((await answerByScan(page, next.id)).status).toBe(200);
		});
	});

	describe('a code is good for three minutes', () => {
		it.each(['scanned', 'identified', 'confirmed'] as const)('and %s too late it is over, for good', async (how) => {
			// The attack: use a photographed code later, and set the server’s clock back for it (promise 6).
			const { phone, url, subject, page, id } = await shown();
			const state = how === 'scanned' ? '' : stateIn(await phone.scan(url));
			if (how === 'confirmed') await phone.comeBack(state, app.platforms.wechat.codeOf(subject));
			app.clock.advance(scanLife);
			const late = {
				scanned: () => phone.scan(url),
				identified: () => phone.comeBack(state, app.platforms.wechat.codeOf(subject)),
				confirmed: () => phone.answer(url, 'confirm'),
			}[how];
			expect(await late()).toEqual({ state: 'expired' });
			app.clock.advance(-minute);
			expect(await late()).toEqual({ state: 'expired' });
			expect((await answerByScan(page, id)).code).toBe('factor.not_confirmed');
			app.clock.advance(minute);
			const next = await scanChallenge(page, 'wechat');
			expect(next.url).not.toBe(url);
		});

		it('also where it was confirmed in time, and its page asks too late', async () => {
			const { phone, url, page, id } = await identified();
			app.clock.advance(scanLife - second);
			expect(await phone.answer(url, 'confirm')).toMatchObject({ state: 'confirmed' });
			app.clock.advance(second);
			for (const back of [0, minute]) {
				app.clock.advance(-back);
				expect((await answerByScan(page, id)).code).toBe('factor.not_confirmed');
			}
			app.clock.advance(minute);
		});

		it('and to the last moment it is good', async () => {
			const { phone, url, page, id } = await identified();
			app.clock.advance(scanLife - 1);
			await phone.answer(url, 'confirm');
			expect((await answerByScan(page, id)).status).toBe(200);
		});

		it('and no longer than the challenge it belongs to', async () => {
			const { page, id, phone, subject } = await shown();
			app.clock.advance(8 * minute);
			const before = await scanChallenge(page, 'wechat');
			expect(before.id).not.toBe(id);
			expect(await phone.confirm(before.url, subject)).toMatchObject({ state: 'confirmed' });
		});
	});

	it('a denied sign-in is noted and told by mail, with where it came from; a denied set-up is not', async () => {
		const own = createTestApp({
			db: (await create()).db,
			config: testConfig({ MAILWARD_SMTP_URL: 'smtp://relay.example.edu.cn:25' }),
		});
		const { address, browser, phone, subject } = await addScanningPerson(own);
		const setUp = await beginScanSetUp(browser, 'dingtalk');
		const dingtalk = createPhone(own, 'dingtalk');
		await dingtalk.identify(setUp.url, newSubject('dingtalk'));
		expect(await dingtalk.answer(setUp.url, 'deny')).toMatchObject({ state: 'denied', purpose: 'set-up' });
		const thief = await own.passwordStep(address, '192.0.2.66');
		const code = await scanChallenge(thief, 'wechat');
		await phone.identify(code.url, subject);
		await phone.answer(code.url, 'deny');
		const { entries } = await browser.must('GET /api/activity');
		expect(entries.filter(({ event }) => event === 'sign-in.denied')).toMatchObject([
			{ method: 'wechat', client: { address: '192.0.2.66' } },
		]);
		const notices = await own.db.selectFrom('notices').select('event').execute();
		expect(notices.filter(({ event }) => event === 'sign-in.denied')).toHaveLength(1);
	});
});
