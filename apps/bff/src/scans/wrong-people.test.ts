import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createPhone, numberFor, stateIn } from '../testing/phone.ts';
import {
	addScanningPerson,
	answerByScan,
	beginScanSetUp,
	finishScanSetUp,
	newSubject,
	scanChallenge,
	setUpScan,
} from '../testing/scan-acts.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import type { Identification } from './identity-provider.ts';

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
	const settingUp = async () => {
		const address = await app.addPerson();
		const browser = await app.passwordStep(address);
		return { address, browser, ...(await beginScanSetUp(browser, 'wechat')) };
	};
	const methodsOf = async (browser: Parameters<typeof finishScanSetUp>[0]) =>
		(await browser.must('GET /api/methods')).methods;

	describe('whom a code is not for (promise 22; OWASP ASVS 6.8)', () => {
		it('is told so, learns nothing of the account, and leaves the code to whom it is for', async () => {
			// The attack: photograph the code on somebody’s screen, and scan it with one’s own phone.
			const { url, address, page, id, phone, subject } = await shown();
			const stranger = createPhone(app, 'wechat');
			const bound = await addScanningPerson(app);
			for (const other of [newSubject('wechat'), bound.subject]) {
				const scanned = await stranger.scan(url);
				expect(Object.keys(scanned).toSorted()).toEqual(['kind', 'state', 'url']);
				const view = await stranger.comeBack(stateIn(scanned), app.platforms.wechat.codeOf(other, 'Mallory'));
				expect(view).toEqual({ state: 'refused', kind: 'wechat', purpose: 'sign-in', problem: 'wrong-person' });
				expect(JSON.stringify([scanned, view])).not.toContain(address);
				expect(await stranger.answer(url, 'confirm')).toEqual({ state: 'expired' });
				expect(await stranger.answer(url, 'deny')).toEqual({ state: 'expired' });
			}
			const progress = await page.must('GET /api/challenges/{id}/progress', { params: { id } });
			expect(progress.prompt).toMatchObject({ state: 'waiting', problem: 'wrong-person', phone: null });
			expect(await phone.identify(url, subject)).toMatchObject({ state: 'confirm', address });
			await phone.answer(url, 'confirm');
			expect((await answerByScan(page, id)).status).toBe(200);
		});

		const refusals: [Identification | undefined, string][] = [
			[{ result: 'foreign-organisation' }, 'foreign-organisation'],
			[{ result: 'preview-mode' }, 'preview-mode'],
			[{ result: 'code-refused', detail: 'errcode 40029' }, 'platform-failed'],
			[{ result: 'failed', detail: 'HTTP 500' }, 'platform-failed'],
			[undefined, 'cancelled'],
		];
		it.each(refusals)('%j is %s: nothing is bound, and the code stays good', async (identification, problem) => {
			// The attack: a platform’s answer that names nobody is taken for a yes.
			const { browser, id, url } = await settingUp();
			const phone = createPhone(app, 'wechat');
			const code = identification && app.platforms.wechat.codeFor(identification);
			const view = await phone.comeBack(stateIn(await phone.scan(url)), code);
			expect(view).toEqual({ state: 'refused', kind: 'wechat', purpose: 'set-up', problem });
			expect(await phone.answer(url, 'confirm')).toEqual({ state: 'expired' });
			const progress = await browser.must('GET /api/enrolments/{id}/progress', { params: { id } });
			expect(progress.prompt).toMatchObject({ state: 'waiting', problem });
			expect((await finishScanSetUp(browser, id)).code).toBe('factor.not_confirmed');
			expect(await methodsOf(browser)).toEqual([]);
			expect(await phone.confirm(url, newSubject('wechat'))).toMatchObject({ state: 'confirmed' });
			expect((await finishScanSetUp(browser, id)).status).toBe(200);
		});

		it('at a challenge comes no further by any of these answers either', async () => {
			const { url, page, id, phone, subject } = await shown();
			for (const [identification] of refusals) {
				const code = identification && app.platforms.wechat.codeFor(identification);
				await phone.comeBack(stateIn(await phone.scan(url)), code);
				expect(await phone.answer(url, 'confirm')).toEqual({ state: 'expired' });
				expect((await answerByScan(page, id)).code).toBe('factor.not_confirmed');
			}
			await phone.confirm(url, subject);
			// What never confirmed cost no attempt, however often the page asked.
			expect((await answerByScan(page, id)).status).toBe(200);
		});
	});

	describe('an app on a phone is bound to one person', () => {
		it('and refused to others, at the phone already', async () => {
			const { subject } = await addScanningPerson(app);
			const { browser, id, url } = await settingUp();
			expect(await createPhone(app, 'wechat').identify(url, subject)).toMatchObject({
				state: 'refused',
				problem: 'bound-elsewhere',
			});
			expect((await finishScanSetUp(browser, id)).code).toBe('factor.not_confirmed');
		});

		it('also when ten set-ups confirm it at once: one wins, and the others stay as they were', async () => {
			// The attack: bind one WeChat to many accounts, so that one theft opens all of them unseen.
			const subject = newSubject('wechat');
			const ten = await Promise.all(Array.from({ length: 10 }, settingUp));
			for (const { url } of ten) {
				expect(await createPhone(app, 'wechat').confirm(url, subject)).toMatchObject({ state: 'confirmed' });
			}
			const answers = await Promise.all(ten.map(({ browser, id }) => finishScanSetUp(browser, id)));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			const refused = answers.filter(({ status }) => status !== 200);
			expect(refused.map(({ status, code }) => [status, code])).toEqual(Array(9).fill([409, 'factor.bound_elsewhere']));
			const methods = await Promise.all(ten.map(({ browser }) => methodsOf(browser)));
			expect(methods.filter((each) => each.length > 0)).toHaveLength(1);
		});

		it('also when it was bound while its person was reading', async () => {
			const subject = newSubject('wechat');
			const [late, first] = [await settingUp(), await settingUp()];
			const phone = createPhone(app, 'wechat');
			expect(await phone.identify(late.url, subject)).toMatchObject({ state: 'confirm' });
			await createPhone(app, 'wechat').confirm(first.url, subject);
			expect((await finishScanSetUp(first.browser, first.id)).status).toBe(200);
			expect(await phone.answer(late.url, 'confirm')).toEqual({ state: 'expired' });
			expect((await finishScanSetUp(late.browser, late.id)).code).toBe('factor.not_confirmed');
		});

		it('to one person of a shared mailbox too, who is who comes in by it', async () => {
			const { address, first, join } = await createSharedMailbox(app);
			const other = await join('Second person');
			const { subject } = await setUpScan(app, first.browser, 'wechat');
			const code = await beginScanSetUp(other.browser, 'wechat');
			expect(await createPhone(app, 'wechat').identify(code.url, subject)).toMatchObject({
				problem: 'bound-elsewhere',
			});
			const { subject: others } = await setUpScan(app, other.browser, 'wechat');
			const page = await app.passwordStep(address);
			const { id, url } = await scanChallenge(page, 'wechat');
			await createPhone(app, 'wechat').confirm(url, others);
			expect((await answerByScan(page, id)).status).toBe(200);
			expect(await page.must('GET /api/session')).toMatchObject({ person: { id: other.id } });
			// Once it is known who it is, a colleague’s phone is the wrong one.
			const again = await scanChallenge(page, 'wechat');
			expect(await createPhone(app, 'wechat').identify(again.url, subject)).toMatchObject({
				problem: 'wrong-person',
			});
		});

		it('and free again when it is unbound', async () => {
			const { browser: before, subject } = await addScanningPerson(app);
			const [method] = await methodsOf(before);
			await before.must('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
			const { browser, id, url } = await settingUp();
			await createPhone(app, 'wechat').confirm(url, subject, 'Lin');
			expect((await finishScanSetUp(browser, id)).status).toBe(200);
			expect(await methodsOf(browser)).toMatchObject([{ kind: 'wechat', target: 'Lin' }]);
		});

		it('one of a kind at the most', async () => {
			const { browser } = await addScanningPerson(app);
			const second = await browser.call('POST /api/enrolments', { body: { kind: 'wechat' } });
			expect([second.code, second.details]).toEqual(['method.limit_reached', { limit: 1 }]);
		});
	});

	it('an identity that a stranger’s phone confirmed is bound by nobody but the page that shows the code', async () => {
		// The attack: scan the code of somebody’s set-up and confirm before they do. Their page shows whose phone it was,
		// and nothing is bound until it says so; another browser of the account cannot say it.
		const { address, browser, id, url } = await settingUp();
		const mallory = createPhone(app, 'wechat');
		expect(await mallory.confirm(url, newSubject('wechat'), 'Mallory')).toMatchObject({ state: 'confirmed' });
		const other = await app.passwordStep(address);
		for (const one of [other, mallory.browser, app.browser()]) {
			expect((await finishScanSetUp(one, id)).status).toBeGreaterThanOrEqual(400);
		}
		const progress = await browser.must('GET /api/enrolments/{id}/progress', { params: { id } });
		expect(progress.prompt).toMatchObject({ state: 'confirmed', phone: { name: 'Mallory' } });
		expect(await methodsOf(browser)).toEqual([]);
		// Taken in by it, its person would still have to read a number off a phone that they do not hold.
		for (const number of [undefined, '', '00', '1']) {
			const body = { scanned: true, ...(number !== undefined && { number }) } as const;
			const guess = await browser.call('POST /api/enrolments/{id}/answer', { params: { id }, body });
			expect(guess.code).toBe('factor.number_rejected');
		}
		expect(JSON.stringify(progress)).not.toContain(numberFor(url));
		await browser.must('DELETE /api/enrolments/{id}', { params: { id } });
		expect((await finishScanSetUp(browser, id)).code).toBe('enrolment.expired');
		expect(await methodsOf(browser)).toEqual([]);
	});
});
