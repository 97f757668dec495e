import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import {
	addTextedPerson,
	answerByCode,
	atTextChallenge,
	newNetwork,
	sendCode,
	sendingIn,
	textChallenge,
} from '../testing/text-acts.ts';
import { createTestTextGateway } from '../testing/text-gateway.ts';
import { day, minute, second } from '../time/clock.ts';
import type { SendOutcome } from './gateway.ts';

onEachDatabase((create) => {
	const gateways = [
		createTestTextGateway('aliyun'),
		createTestTextGateway('tencent'),
		createTestTextGateway('webhook'),
	] as const;
	const [first, next] = gateways;
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db, textGateways: gateways });
	});
	beforeEach(() => {
		// Whoever had to rest is asked in its turn again, and what was sent counts no more.
		app.clock.advance(day);
		for (const gateway of gateways) {
			gateway.answerWith('accepted');
			gateway.deliver('pending');
		}
	});

	const asked = () => gateways.map((gateway) => gateway.asked);
	/** Asks for a code; who was asked to send it, and what was answered. */
	const send = async (person?: Awaited<ReturnType<typeof addTextedPerson>>) => {
		const { address } = person ?? (await addTextedPerson(app));
		const browser = await app.passwordStep(address, newNetwork());
		const challenge = await textChallenge(browser);
		const before = asked();
		const answer = await sendCode(browser, challenge);
		return { browser, challenge, answer, asked: asked().map((count, index) => count - (before[index] ?? 0)) };
	};
	const states = async () => (await app.db.selectFrom('text_messages').select(['state', 'gateway']).execute()).at(-1);

	describe('a text is taken by', () => {
		it('the first gateway, and no other is asked', async () => {
			const { answer, asked: of } = await send();
			expect([answer.status, of]).toEqual([200, [1, 0, 0]]);
			expect(sendingIn(answer)).toMatchObject({ state: 'sent' });
		});

		it.each(['failed', 'limited', 'unknown'] as const)('the second when the first says %s', async (outcome) => {
			const person = await addTextedPerson(app);
			first.answerWith(outcome);
			const { answer, asked: of, browser, challenge } = await send(person);
			expect([answer.status, of]).toEqual([200, [1, 1, 0]]);
			expect(sendingIn(answer)).toMatchObject({ state: 'sent' });
			const code = next.codeFor(person.number);
			expect((await answerByCode(browser, challenge.id, code)).status).toBe(200);
		});

		it('two gateways at the most, whatever they say', async () => {
			const person = await addTextedPerson(app);
			first.answerWith('failed');
			next.answerWith('failed');
			const { answer, asked: of } = await send(person);
			expect([answer.status, answer.code, answer.details]).toEqual([503, 'text_message.not_sent', { reason: 'down' }]);
			expect(of).toEqual([1, 1, 0]);
		});

		it('those that have not failed lately: who failed is asked last for a minute', async () => {
			const people = [await addTextedPerson(app), await addTextedPerson(app), await addTextedPerson(app)] as const;
			first.answerWith('failed');
			expect((await send(people[0])).asked).toEqual([1, 1, 0]);
			first.answerWith('accepted');
			app.clock.advance(minute - second);
			expect((await send(people[1])).asked).toEqual([0, 1, 0]);
			app.clock.advance(second);
			expect((await send(people[2])).asked).toEqual([1, 0, 0]);
		});
	});

	const outcomes: [SendOutcome['result'], SendOutcome['result'], [number, string, object], number[]][] = [
		['number-refused', 'accepted', [422, 'phone_number.refused', {}], [1, 0, 0]],
		['failed', 'number-refused', [422, 'phone_number.refused', {}], [1, 1, 0]],
		['limited', 'limited', [503, 'text_message.not_sent', { reason: 'limited' }], [1, 1, 0]],
		['failed', 'limited', [503, 'text_message.not_sent', { reason: 'limited' }], [1, 1, 0]],
		['failed', 'failed', [503, 'text_message.not_sent', { reason: 'down' }], [1, 1, 0]],
	];
	it.each(outcomes)('%s and %s are told as they are', async (one, other, said, of) => {
		const person = await addTextedPerson(app);
		first.answerWith(one);
		next.answerWith(other);
		const { answer, asked: askedNow, browser, challenge } = await send(person);
		expect([answer.status, answer.code, answer.details]).toEqual(said);
		expect(askedNow).toEqual(of);
		expect((await states())?.state).toBe('failed');
		// The page that is told can still be told how it stands.
		const { prompt } = await browser.must('GET /api/challenges/{id}/progress', { params: { id: challenge.id } });
		expect(prompt).toMatchObject({ sending: { state: 'failed' } });
	});

	describe('what was never sent', () => {
		it('is not counted for the number, and is for the account', async () => {
			// The attack: nobody’s phone rings, yet the gateways are kept busy by one account.
			const person = await addTextedPerson(app);
			for (const gateway of gateways) gateway.answerWith('failed');
			const { browser, challenge } = await send(person);
			const codes: (string | undefined)[] = [];
			for (let time = 0; time < 12; time += 1) {
				const { code, details } = await sendCode(browser, challenge);
				codes.push(code === 'text_message.limit_reached' ? String(details.scope) : code);
			}
			// Two before: the set-up’s and the first one here.
			expect(codes).toEqual([...Array(8).fill('text_message.not_sent'), ...Array(4).fill('account')]);
		});

		it('but may have been, is counted for both', async () => {
			const person = await addTextedPerson(app);
			first.answerWith('unknown');
			next.answerWith('unknown');
			const { answer, browser, challenge } = await send(person);
			expect([answer.status, sendingIn(answer)]).toMatchObject([200, { state: 'uncertain' }]);
			expect((await sendCode(browser, challenge)).details.scope).toBe('number');
		});

		it('leaves an older code good', async () => {
			const person = await addTextedPerson(app);
			const { browser, id, to, code } = await atTextChallenge(app, person);
			app.clock.advance(minute);
			first.answerWith('failed');
			next.answerWith('failed');
			expect((await sendCode(browser, { id, to })).code).toBe('text_message.not_sent');
			expect((await answerByCode(browser, id, code)).status).toBe(200);
		});
	});

	describe('what becomes of a text', () => {
		const progress = async ({ browser, id }: { browser: Awaited<ReturnType<typeof send>>['browser']; id: string }) => {
			const { prompt } = await browser.must('GET /api/challenges/{id}/progress', { params: { id } });
			return 'sending' in prompt ? prompt.sending?.state : undefined;
		};

		it.each(['delivered', 'undelivered'] as const)('is asked for, and told as %s', async (delivery) => {
			const at = await atTextChallenge(app, await addTextedPerson(app));
			await app.app.deliver();
			expect(await progress(at)).toBe('sent');
			first.deliver(delivery);
			await app.app.deliver();
			expect(await progress(at)).toBe('sent');
			app.clock.advance(4 * second);
			await app.app.deliver();
			expect(await progress(at)).toBe(delivery);
			// The last word stands.
			first.deliver('pending');
			app.clock.advance(minute);
			await app.app.deliver();
			expect(await progress(at)).toBe(delivery);
		});

		it('is asked for by one of several servers, a few times, and then no more', async () => {
			const person = await addTextedPerson(app);
			// What was sent before is asked after for the last time.
			app.clock.advance(5 * minute);
			await app.app.deliver();
			await app.app.deliver();
			await atTextChallenge(app, person);
			const before = first.followed;
			for (let passed = 0; passed < 300; passed += 2) {
				await Promise.all([app.app.deliver(), app.app.deliver(), app.app.deliver()]);
				app.clock.advance(2 * second);
			}
			expect(first.followed - before).toBe(5);
		});

		it('is forgotten after a day', async () => {
			await atTextChallenge(app, await addTextedPerson(app));
			app.clock.advance(day);
			await app.app.sweep();
			for (const table of ['text_messages', 'text_message_counts', 'text_message_scopes'] as const) {
				expect([table, await app.db.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
			}
		});
	});
});
