import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createInProcessSignals } from '../adapters/signals/in-process.ts';
import { DomainError } from '../domain-error.ts';
import { readEvents } from '../testing/events.ts';
import { createEventStreams } from './event-streams.ts';

/** Streams of one thing that changes when the test says so. */
const createWorld = (limits?: { all: number; tabs: number }) => {
	const signals = createInProcessSignals();
	const streams = createEventStreams(signals, limits);
	let now: { at: number } | undefined | Error = { at: 0 };
	const read = async () => {
		if (now instanceof Error) throw now;
		return now;
	};
	const app = new Hono()
		.get('/:topic', (context) => streams.open(context, { topic: context.req.param('topic'), read }))
		.get('/:topic/:browser', (context) => {
			const { topic, browser } = context.req.param();
			return streams.open(context, { topic, tabsOf: browser, read });
		})
		.onError((error, context) => context.text(error instanceof DomainError ? error.code : 'another error', 503));
	return {
		signals,
		streams,
		/** `TOPIC` or `TOPIC/BROWSER`. */
		open: async (path = 'one') => app.request(`/${path}`),
		change(to: typeof now, topic = 'one') {
			now = to;
			signals.publish(topic);
		},
		set(to: typeof now) {
			now = to;
		},
	};
};
/** Of each stream one look, in which it also shows that it is alive. */
const everyTurn = ({ beat }: { beat(): void }) => {
	for (let turn = 0; turn < 20; turn += 1) beat();
};
/** Everything that waits for nothing but promises has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an event stream', () => {
	it('tells how things stand at once, and whenever that is new', async () => {
		const world = createWorld();
		const response = await world.open();
		expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
		// nginx would keep events back until its buffer is full.
		expect(response.headers.get('X-Accel-Buffering')).toBe('no');
		const events = readEvents(response);
		expect(await events.next()).toEqual({ at: 0 });
		world.change({ at: 1 });
		expect(await events.next()).toEqual({ at: 1 });
		world.change({ at: 1 });
		world.change({ at: 2 });
		expect(await events.next()).toEqual({ at: 2 });
		expect(events.text().match(/"at":1/g)).toHaveLength(1);
		await events.leave();
	});

	it('tells nothing of another topic', async () => {
		const world = createWorld();
		const events = readEvents(await world.open());
		await events.next();
		world.change({ at: 1 }, 'another');
		await settled();
		world.change({ at: 2 });
		expect(await events.next()).toEqual({ at: 2 });
		expect(events.text()).not.toContain('"at":1');
		await events.leave();
	});

	it.each([
		['is over', undefined],
		['is refused', new DomainError('session.sign_in_needed', {})],
		['fails', new Error('the database is gone')],
	])('ends when what it tells of %s, and says nothing of it', async (_what, end) => {
		const world = createWorld();
		const events = readEvents(await world.open());
		await events.next();
		world.change(end);
		expect(await events.next()).toBeUndefined();
		expect(events.text()).toBe('data: {"at":0}\n\n');
		expect([world.streams.count, world.signals.topics]).toEqual([0, 0]);
	});

	it('looks for itself every twenty beats, so that what no signal told is told late, not never', async () => {
		const world = createWorld();
		const events = readEvents(await world.open());
		await events.next();
		everyTurn(world.streams);
		await settled();
		world.set({ at: 7 });
		everyTurn(world.streams);
		expect(await events.next()).toEqual({ at: 7 });
		// In between it only showed that it is alive, which no page hears.
		expect(events.text()).toContain('\n\n:\n\n');
		await events.leave();
	});

	it('says last what is so, also when it changes while it looks', async () => {
		const signals = createInProcessSignals();
		const streams = createEventStreams(signals);
		const answers: ((value: { at: number }) => void)[] = [];
		const read = () => new Promise<{ at: number }>((resolve) => answers.push(resolve));
		const app = new Hono().get('/', (context) => streams.open(context, { topic: 'one', read }));
		const events = readEvents(await app.request('/'));
		signals.publish('one');
		signals.publish('one');
		expect(answers).toHaveLength(1);
		answers[0]?.({ at: 1 });
		expect(await events.next()).toEqual({ at: 1 });
		await settled();
		expect(answers).toHaveLength(2);
		answers[1]?.({ at: 2 });
		expect(await events.next()).toEqual({ at: 2 });
		await events.leave();
	});
});

describe('streams are bounded (promise 36)', () => {
	it('for one browser, where ten people of one shared mailbox each watch', async () => {
		// The attack: one of them opens tab after tab, and the others see nothing of their own mailbox.
		const world = createWorld({ all: 100, tabs: 6 });
		const greedy = await Promise.all(Array.from({ length: 10 }, () => world.open('the mailbox/browser-0')));
		expect(greedy.filter(({ status }) => status === 503)).toHaveLength(4);
		const others = await Promise.all(
			Array.from({ length: 9 }, (_, index) => world.open(`the mailbox/browser-${index + 1}`)),
		);
		expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
		const readers = others.map(readEvents);
		for (const reader of readers) expect(await reader.next()).toEqual({ at: 0 });
		world.change({ at: 1 }, 'the mailbox');
		for (const reader of readers) expect(await reader.next()).toEqual({ at: 1 });
	});

	it('for one topic where nothing else tells browsers apart, so that one cannot use up all', async () => {
		const world = createWorld({ all: 100, tabs: 6 });
		const open = await Promise.all(Array.from({ length: 10 }, () => world.open()));
		const refused = open.filter(({ status }) => status !== 200);
		expect(refused).toHaveLength(4);
		for (const response of refused) expect(await response.text()).toBe('server.busy');
		expect((await world.open('another')).status).toBe(200);
	});

	it('and in all', async () => {
		const world = createWorld({ all: 5, tabs: 6 });
		const open = await Promise.all(Array.from({ length: 8 }, (_, index) => world.open(`topic-${index}`)));
		expect(open.filter(({ status }) => status === 200)).toHaveLength(5);
	});

	it('and leave room when they end or their pages go away, once each', async () => {
		const world = createWorld({ all: 2, tabs: 2 });
		for (let time = 0; time < 5; time += 1) {
			const [one, other] = await Promise.all([world.open(), world.open()]);
			expect([one.status, other.status, (await world.open()).status]).toEqual([200, 200, 503]);
			const readers = [readEvents(one), readEvents(other)];
			await Promise.all(readers.map((reader) => reader.leave()));
			world.change({ at: time });
			everyTurn(world.streams);
			await settled();
			expect([world.streams.count, world.signals.topics]).toEqual([0, 0]);
		}
		const last = readEvents(await world.open());
		await last.next();
		world.change(undefined);
		expect(await last.next()).toBeUndefined();
		await last.leave();
		expect(world.streams.count).toBe(0);
	});

	it('all end when the server stops', async () => {
		const world = createWorld();
		const readers = await Promise.all(
			['one', 'one', 'other'].map(async (topic) => readEvents(await world.open(topic))),
		);
		for (const reader of readers) await reader.next();
		world.streams.close();
		for (const reader of readers) expect(await reader.next()).toBeUndefined();
		expect([world.streams.count, world.signals.topics]).toEqual([0, 0]);
	});
});
