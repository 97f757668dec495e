import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { type EventReader, readEvents } from '../testing/events.ts';
import { createPhone } from '../testing/phone.ts';
import {
	addScanningPerson,
	answerByScan,
	beginScanSetUp,
	finishScanSetUp,
	newSubject,
	scanChallenge,
} from '../testing/scan-acts.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { addTextedPerson, atTextChallenge } from '../testing/text-acts.ts';
import { second } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const streamOf = (browser: Browser, of: 'challenges' | 'enrolments', id: string) =>
		browser.open(`/api/${of}/${id}/events`);
	const watching = async () => {
		const person = await addScanningPerson(app);
		const page = await app.passwordStep(person.address);
		const code = await scanChallenge(page, 'wechat');
		const response = await streamOf(page, 'challenges', code.id);
		const events = readEvents(response);
		const first = await events.next();
		return { ...person, page, ...code, response, events, first };
	};
	/** What a stream that has nothing more to tell says after all the looks there are: nothing, and its end. */
	const lookAgain = () => {
		for (let turn = 0; turn < 20; turn += 1) app.app.streams.beat();
	};
	/** Without the comments that only show that it is alive. */
	const saidBy = (events: EventReader) => events.text().replaceAll(/^:\n\n/gm, '');
	const expectEnded = async (events: EventReader, told: string) => {
		lookAgain();
		expect(await events.next()).toBeUndefined();
		expect(saidBy(events)).toBe(told);
	};

	describe('a page that waits for a phone', () => {
		it('is told each step as it happens, of a sign-in', async () => {
			const { page, id, url, phone, subject, events, first, response } = await watching();
			expect(response.headers.get('Cache-Control')).toContain('no-store');
			expect(first).toMatchObject({ kind: 'wechat', prompt: { url, state: 'waiting', problem: null, phone: null } });
			const step = async (act: Promise<unknown>) => {
				await act;
				return events.next();
			};
			expect(await step(phone.scan(url))).toMatchObject({ prompt: { state: 'opened' } });
			const stranger = createPhone(app, 'wechat');
			const wrong = stranger.identify(url, newSubject('wechat'));
			expect(await step(wrong)).toMatchObject({ prompt: { state: 'waiting', problem: 'wrong-person' } });
			expect(await step(phone.identify(url, subject, 'Lin'))).toMatchObject({
				prompt: { state: 'opened', problem: null },
			});
			expect(await step(phone.answer(url, 'confirm'))).toMatchObject({ prompt: { state: 'confirmed' } });
			expect((await answerByScan(page, id)).status).toBe(200);
		});

		it('is told of a denial, and of a set-up', async () => {
			const denied = await watching();
			await denied.phone.identify(denied.url, denied.subject);
			expect(await denied.events.next()).toMatchObject({ prompt: { state: 'opened' } });
			await denied.phone.answer(denied.url, 'deny');
			expect(await denied.events.next()).toMatchObject({ prompt: { state: 'denied' } });
			await denied.events.leave();

			const browser = await app.passwordStep(await app.addPerson());
			const { id, url } = await beginScanSetUp(browser, 'dingtalk');
			const events = readEvents(await streamOf(browser, 'enrolments', id));
			expect(await events.next()).toMatchObject({ kind: 'dingtalk', prompt: { url, state: 'waiting' } });
			await createPhone(app, 'dingtalk').confirm(url, newSubject('dingtalk'), '王芳');
			let last: unknown;
			do last = await events.next();
			while ((last as { prompt: { state: string } }).prompt.state !== 'confirmed');
			expect(last).toMatchObject({ prompt: { phone: { name: '王芳' } } });
			expect((await finishScanSetUp(browser, id)).status).toBe(200);
			// The set-up is over, and its session has moved on.
			lookAgain();
			expect(await events.next()).toBeUndefined();
		});

		it('for a text is told when it has arrived', async () => {
			const person = await addTextedPerson(app);
			const { browser, id } = await atTextChallenge(app, person);
			const events = readEvents(await streamOf(browser, 'challenges', id));
			expect(await events.next()).toMatchObject({ kind: 'sms', prompt: { sending: { state: 'sent' } } });
			app.texts.deliver('delivered');
			app.clock.advance(4 * second);
			await app.app.deliver();
			expect(await events.next()).toMatchObject({ prompt: { sending: { state: 'delivered' } } });
			app.texts.deliver('pending');
			await events.leave();
		});
	});

	describe('after the password alone the stream tells its challenge’s state and nothing else (promise 7)', () => {
		it('in so many words', async () => {
			// The attack: read from the stream what the pages would not show yet.
			const { first, address, subject, events, phone, url } = await watching();
			await phone.confirm(url, subject, 'Lin Wen');
			expect(Object.keys(first as object).toSorted()).toEqual(['kind', 'prompt']);
			const { prompt } = first as { prompt: object };
			expect(Object.keys(prompt).toSorted()).toEqual(['expiresAt', 'phone', 'problem', 'state', 'url']);
			for (const secret of [address, subject]) expect(events.text()).not.toContain(secret);
			await events.leave();
		});

		it('to nobody else: not to a stranger, another browser of the account, or another account', async () => {
			const { address, id, events } = await watching();
			const foreign = await watching();
			for (const [browser, status] of [
				[app.browser(), 401],
				[await app.passwordStep(address), 410],
				[foreign.page, 410],
				[foreign.browser, 410],
			] as const) {
				expect((await streamOf(browser, 'challenges', id)).status).toBe(status);
				expect((await browser.call('GET /api/challenges/{id}/progress', { params: { id } })).status).toBe(status);
			}
			const { id: totp } = await (await app.addPersonWithTotp()).browser.must('POST /api/challenges', { body: {} });
			expect((await streamOf(foreign.browser, 'challenges', totp)).status).toBe(410);
			for (const each of [events, foreign.events]) await each.leave();
		});

		it('until it is promoted, with nothing of what the session is worth then', async () => {
			const { page, id, url, phone, subject, events } = await watching();
			await phone.confirm(url, subject);
			let told = '';
			do told = JSON.stringify(await events.next());
			while (!told.includes('"confirmed"'));
			const before = saidBy(events);
			expect((await answerByScan(page, id)).status).toBe(200);
			await expectEnded(events, before);
		});

		const ends: [what: string, act: (all: Awaited<ReturnType<typeof watching>>) => Promise<unknown>][] = [
			['sign-out', ({ page }) => page.must('POST /api/sign-out')],
			['a new password', ({ address }) => app.app.accounts.setPassword(address, 'persimmons-by-the-gate')],
			['disabling the account', ({ address }) => app.app.accounts.disable(address)],
			['the end of all sessions', ({ browser }) => browser.must('DELETE /api/sessions')],
		];
		it.each(ends)('until %s', async (_what, act) => {
			const all = await watching();
			const before = saidBy(all.events);
			await act(all);
			await all.phone.confirm(all.url, all.subject).catch(() => undefined);
			await expectEnded(all.events, before);
		});
	});

	it('is not kept for who asks for its head only', async () => {
		// The attack: HEAD requests, whose streams nobody reads or closes, until there is no room for anybody (promise 36).
		const { page, id, events } = await watching();
		const before = app.app.streams.count;
		for (let time = 0; time < 10; time += 1) {
			expect((await page.send(`/api/challenges/${id}/events`, { method: 'HEAD' })).status).toBe(200);
		}
		expect(app.app.streams.count).toBe(before);
		await events.leave();
	});

	it('of one browser six streams are open at the most, and others have room all the same', async () => {
		const { page, id, events } = await watching();
		const more = await Promise.all(Array.from({ length: 8 }, () => streamOf(page, 'challenges', id)));
		expect(more.map(({ status }) => status).toSorted()).toEqual([...Array(5).fill(200), ...Array(3).fill(503)]);
		const other = await watching();
		expect(other.response.status).toBe(200);
		const readers = more.filter(({ status }) => status === 200).map(readEvents);
		for (const reader of [events, other.events, ...readers]) await reader.leave();
		expect((await streamOf(page, 'challenges', id)).status).toBe(200);
	});
});
