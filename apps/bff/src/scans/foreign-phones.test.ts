import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createPhone, stateIn, ticketIn } from '../testing/phone.ts';
import {
	addScanningPerson,
	answerByScan,
	beginScanSetUp,
	finishScanSetUp,
	newSubject,
	scanChallenge,
} from '../testing/scan-acts.ts';
import { storedRows } from '../testing/tables.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

const expired = { state: 'expired' };

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	/** Somebody at the second step, with a code on the screen. */
	const shown = async (kind: 'wechat' | 'dingtalk' = 'wechat') => {
		const person = await addScanningPerson(app, kind);
		const page = await app.passwordStep(person.address);
		return { ...person, page, ...(await scanChallenge(page, kind)) };
	};

	describe('a ticket (promise 22; OWASP ASVS 10.1.2)', () => {
		it('that was never given out, or is only like one, opens nothing and writes nothing', async () => {
			// The attack: guess tickets, or bend one that was seen on a screen.
			const { url } = await shown();
			const ticket = ticketIn(url);
			const phone = createPhone(app, 'wechat');
			const before = await storedRows(app.db);
			expect(Buffer.from(ticket, 'base64url')).toHaveLength(16);
			const flipped = `${ticket.startsWith('A') ? 'B' : 'A'}${ticket.slice(1)}`;
			for (const wrong of ['', 'A'.repeat(22), flipped, ticket.toLowerCase(), `${ticket}=`, ` ${ticket}`, '\0']) {
				expect([wrong, await phone.scan(wrong)]).toEqual([wrong, expired]);
				expect([wrong, await phone.answer(wrong, 'confirm')]).toEqual([wrong, expired]);
			}
			expect(phone.browser.phoneToken()).toBeUndefined();
			expect(await storedRows(app.db)).toEqual(before);
		});

		it('of one challenge is no answer to another, of the same account or of another', async () => {
			// The attack: confirm one’s own code, and have the confirmation count for a page that shows another.
			const mine = await shown();
			const other = await app.passwordStep(mine.address);
			const { id: otherId } = await scanChallenge(other, 'wechat');
			const foreign = await shown();
			expect(await mine.phone.confirm(mine.url, mine.subject)).toMatchObject({ state: 'confirmed' });
			for (const [browser, id] of [
				[other, otherId],
				[other, mine.id],
				[foreign.page, foreign.id],
				[foreign.page, mine.id],
			] as const) {
				const refusal = await answerByScan(browser, id);
				expect(['factor.not_confirmed', 'challenge.expired']).toContain(refusal.code);
				expect((await browser.must('GET /api/session')).state).toBe('awaiting-second-factor');
			}
			expect((await answerByScan(mine.page, mine.id)).status).toBe(200);
		});

		it('confirmed by the person’s WeChat answers no challenge by their DingTalk', async () => {
			// The attack: of two methods the one whose phone was stolen confirms for both.
			const { address, browser, subject } = await addScanningPerson(app, 'wechat');
			const code = await beginScanSetUp(browser, 'dingtalk');
			await createPhone(app, 'dingtalk').confirm(code.url, newSubject('dingtalk'));
			expect((await finishScanSetUp(browser, code.id)).status).toBe(200);
			const page = await app.passwordStep(address);
			const wechat = await scanChallenge(page, 'wechat');
			const dingtalk = await scanChallenge(page, 'dingtalk');
			await createPhone(app, 'wechat').confirm(wechat.url, subject);
			expect((await answerByScan(page, dingtalk.id)).code).toBe('factor.not_confirmed');
			expect((await page.must('GET /api/session')).state).toBe('awaiting-second-factor');
		});

		it('confirmed for a challenge finishes no set-up, and the other way round', async () => {
			const { browser, url, id, phone, subject } = await shown();
			await phone.confirm(url, subject);
			expect((await finishScanSetUp(browser, id)).code).toBe('enrolment.expired');
			const setUp = await beginScanSetUp(browser, 'dingtalk');
			await createPhone(app, 'dingtalk').confirm(setUp.url, newSubject('dingtalk'));
			const own = await scanChallenge(browser, 'wechat');
			expect((await answerByScan(browser, own.id)).code).toBe('factor.not_confirmed');
			expect((await answerByScan(browser, setUp.id)).code).toBe('challenge.expired');
		});
	});

	describe('the state that comes back with the platform’s code (RFC 6749, 10.12)', () => {
		it('is taken once, from the phone it was given to, to the letter', async () => {
			// The attack: replay the return of a phone, or send a made-up one.
			const { url, phone, subject } = await shown();
			const codeOf = () => app.platforms.wechat.codeOf(subject);
			const state = stateIn(await phone.scan(url));
			expect(state).toMatch(/^[0-9a-f]{64}$/);
			const stranger = createPhone(app, 'wechat');
			await stranger.scan((await shown()).url);
			expect(await stranger.comeBack(state, codeOf())).toEqual(expired);
			expect(await createPhone(app, 'wechat').comeBack(state, codeOf())).toEqual(expired);
			const half = Buffer.from(ticketIn(url), 'base64url').toString('hex');
			for (const wrong of ['', '0', half, `${half}${'0'.repeat(32)}`, state.toUpperCase(), `${state}00`, 'ü']) {
				expect([wrong, await phone.comeBack(wrong, codeOf())]).toEqual([wrong, expired]);
			}
			const before = app.platforms.wechat.asked;
			expect(await phone.comeBack(state, codeOf())).toMatchObject({ state: 'confirm' });
			expect(await stranger.comeBack(state, codeOf())).toEqual(expired);
			// Whoever reloads sees where it stands; no other code is brought to the platform for it.
			expect(await phone.comeBack(state, codeOf())).toMatchObject({ state: 'confirm' });
			expect(await phone.scan(url)).toMatchObject({ state: 'confirm' });
			expect(app.platforms.wechat.asked).toBe(before + 1);
		});

		it('is given anew at each scan, and the one before is worth nothing', async () => {
			const { url, phone, subject } = await shown();
			const first = stateIn(await phone.scan(url));
			const second = stateIn(await phone.scan(url));
			expect(first).not.toBe(second);
			expect(await phone.comeBack(first, app.platforms.wechat.codeOf(subject))).toEqual(expired);
			expect(await phone.comeBack(second, app.platforms.wechat.codeOf(subject))).toMatchObject({ state: 'confirm' });
		});

		it('is redeemed by one of twenty that come at once', async () => {
			const { url, phone, subject } = await shown();
			const state = stateIn(await phone.scan(url));
			const codes = Array.from({ length: 20 }, () => app.platforms.wechat.codeOf(subject));
			const before = app.platforms.wechat.asked;
			const views = await Promise.all(codes.map((code) => phone.comeBack(state, code)));
			expect(app.platforms.wechat.asked).toBe(before + 1);
			for (const view of views) expect(['confirm', 'expired']).toContain(view.state);
			expect(await phone.scan(url)).toMatchObject({ state: 'confirm' });
		});

		it('does not let somebody else’s code into the phone of whoever scanned', async () => {
			// The attack: log-in CSRF. The victim’s phone is sent to the return address with the attacker’s code, so that
			// the victim confirms for the attacker’s identity, or binds it.
			const { page: _page, ...victim } = await shown();
			const setUp = await beginScanSetUp(victim.browser, 'dingtalk');
			const phone = createPhone(app, 'dingtalk');
			await phone.scan(setUp.url);
			const attacker = createPhone(app, 'dingtalk');
			const attackersState = stateIn(await attacker.scan((await shown('dingtalk')).url));
			const attackersCode = app.platforms.dingtalk.codeOf(newSubject('dingtalk'));
			for (const state of ['', attackersState]) {
				expect(await phone.comeBack(state, attackersCode)).toEqual(expired);
			}
			expect(await phone.answer(setUp.url, 'confirm')).toEqual(expired);
			expect((await finishScanSetUp(victim.browser, setUp.id)).code).toBe('factor.not_confirmed');
		});

		it('of one platform takes no code of the other', async () => {
			// The attack: mix up the providers (OAuth 2.0 Security Best Current Practice, RFC 9700, 4.4).
			for (const [kind, other] of [
				['wechat', 'dingtalk'],
				['dingtalk', 'wechat'],
			] as const) {
				const { url, phone, subject, page, id } = await shown(kind);
				const state = stateIn(await phone.scan(url));
				const view = await phone.comeBack(state, app.platforms[other].codeOf(subject));
				expect(view).toEqual({ state: 'refused', kind, purpose: 'sign-in', problem: 'platform-failed' });
				expect(await phone.answer(url, 'confirm')).toEqual(expired);
				expect((await answerByScan(page, id)).code).toBe('factor.not_confirmed');
				expect(await phone.confirm(url, subject)).toMatchObject({ state: 'confirmed' });
			}
		});
	});

	describe('a phone', () => {
		it('that was not identified confirms nothing, whatever its cookie', async () => {
			// The attack: answer for the phone of somebody else, whose code one has photographed.
			const { url, phone, subject, page, id } = await shown();
			await phone.identify(url, subject);
			const thief = createPhone(app, 'wechat');
			for (const token of [undefined, 'A'.repeat(22), '', `${phone.browser.phoneToken()}x`]) {
				thief.browser.setPhoneToken(token);
				expect(await thief.answer(url, 'confirm')).toEqual(expired);
				expect(await thief.answer(url, 'deny')).toEqual(expired);
			}
			expect((await answerByScan(page, id)).code).toBe('factor.not_confirmed');
			expect(await phone.answer(url, 'confirm')).toMatchObject({ state: 'confirmed' });
		});

		it('that scans after another takes the code over, until one has said who holds it', async () => {
			const { url, phone, subject, page, id } = await shown();
			const first = stateIn(await phone.scan(url));
			const thief = createPhone(app, 'wechat');
			const state = stateIn(await thief.scan(url));
			expect(await phone.comeBack(first, app.platforms.wechat.codeOf(subject))).toEqual(expired);
			expect(await thief.answer(url, 'confirm')).toEqual(expired);
			expect(await thief.comeBack(state, app.platforms.wechat.codeOf(newSubject('wechat')))).toMatchObject({
				problem: 'wrong-person',
			});
			expect((await answerByScan(page, id)).code).toBe('factor.not_confirmed');
			// The code is not lost to its owner.
			expect(await phone.confirm(url, subject)).toMatchObject({ state: 'confirmed' });
			expect((await answerByScan(page, id)).status).toBe(200);
		});

		it('of a stranger cannot take the code from its owner, who has been identified', async () => {
			// The attack: somebody has photographed the screen and scans again and again, so that the owner never gets to confirm.
			const { url, phone, subject, page, id } = await shown();
			await phone.identify(url, subject);
			expect(await createPhone(app, 'wechat').scan(url)).toEqual(expired);
			expect(await phone.answer(url, 'confirm')).toMatchObject({ state: 'confirmed' });
			expect((await answerByScan(page, id)).status).toBe(200);
		});

		it('cannot have the platform asked without end (promise 36)', async () => {
			// The attack: one photographed code, and a loop that scans it and comes back with rubbish.
			const { url } = await shown();
			const stranger = createPhone(app, 'wechat');
			let asked = 0;
			for (let round = 0; round < 30; round += 1) {
				const view = await stranger.scan(url);
				if (view.state !== 'authorise') continue;
				asked += 1;
				await stranger.comeBack(stateIn(view), 'rubbish');
			}
			expect(asked).toBe(12);
		});

		it('in another app is told which one it is for, and gets neither cookie nor state', async () => {
			const { url, page } = await shown('dingtalk');
			const { browser } = createPhone(app, 'wechat');
			const answer = await browser.call('POST /api/scans/open', { body: { ticket: ticketIn(url) } });
			expect(answer.json).toEqual({ state: 'outside', kind: 'dingtalk', here: false });
			expect(answer.headers.getSetCookie()).toEqual([]);
			const own = page.copy();
			expect((await own.call('POST /api/scans/open', { body: { ticket: ticketIn(url) } })).json).toMatchObject({
				here: true,
			});
		});

		it('has a cookie that no script reads and no other site sends with its own requests (promise 14)', async () => {
			const { url } = await shown();
			const { browser } = createPhone(app, 'wechat');
			const answer = await browser.call('POST /api/scans/open', { body: { ticket: ticketIn(url) } });
			const [cookie = '', ...others] = answer.headers.getSetCookie();
			expect(others).toEqual([]);
			expect(cookie).toMatch(/^__Host-mailward-phone=[\w-]{22}; /);
			for (const flag of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(flag);
			expect(cookie).not.toMatch(/Domain|Max-Age|Expires/i);
		});
	});
});
