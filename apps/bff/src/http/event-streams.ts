import type { Context } from 'hono';
import { DomainError } from '../domain-error.ts';
import type { Signals } from '../signals/signals.ts';

/** What an event stream tells of. */
export interface Watched<Event> {
	/** Told when it may have changed. */
	readonly topic: string;
	/** Whose tabs are counted, where several browsers watch one topic. */
	readonly tabsOf?: string;
	/** How it stands now; undefined when it is over, and the stream with it. A refusal that it throws ends it as well. */
	read(): Promise<Event | undefined>;
}

/** The event streams that are open in this process (HTML standard, 9.2, server-sent events). */
export interface EventStreams {
	/** Throws `server.busy` when there are too many, of all or of one browser. */
	open(context: Context, watched: Watched<unknown>): Response;
	/** To be called every second: looks after a part of the streams, after each of them every `beats` seconds. */
	beat(): void;
	/** Ends all of them. */
	close(): void;
	readonly count: number;
}

interface Limits {
	readonly all: number;
	/** Tabs of one browser. */
	readonly tabs: number;
}

/** Proxies close what is silent for longer than this, in seconds. */
const beats = 20;

interface Stream {
	/** Looks how things stand, and says so if that is new. */
	look(): void;
	/** The same, and a sign of life where nothing is new. */
	beat(): void;
	end(): void;
}

export const createEventStreams = (
	signals: Pick<Signals, 'subscribe'>,
	limits: Limits = { all: 20_000, tabs: 6 },
): EventStreams => {
	/** Each in one of as many turns as there are beats, so that not all of them are looked after at once. */
	const turns = Array.from({ length: beats }, () => new Set<Stream>());
	const tabs = new Map<string, number>();
	let count = 0;
	let turn = 0;
	let opened = 0;

	const enter = (browser: string) => {
		const open = tabs.get(browser) ?? 0;
		if (count >= limits.all || open >= limits.tabs) throw new DomainError('server.busy', {});
		count += 1;
		tabs.set(browser, open + 1);
	};
	const leave = (browser: string) => {
		count -= 1;
		const open = (tabs.get(browser) ?? 1) - 1;
		if (open === 0) tabs.delete(browser);
		else tabs.set(browser, open);
	};

	const bodyOf = ({ topic, tabsOf = topic, read }: Watched<unknown>): ReadableStream<Uint8Array> => {
		const encoder = new TextEncoder();
		let forget = () => {};
		return new ReadableStream({
			start(controller) {
				opened += 1;
				const mine = turns[opened % beats] as Set<Stream>;
				let last = '';
				let looking = false;
				let again = false;
				let beating = false;
				let over = false;
				const say = (text: string) => controller.enqueue(encoder.encode(text));
				const look = async (): Promise<void> => {
					// One at a time: what is said last is what is so.
					again = true;
					if (looking) return;
					looking = true;
					while (again && !over) {
						again = false;
						const event = await read().catch(() => undefined);
						if (over) return;
						if (event === undefined) return end();
						const text = JSON.stringify(event);
						// Nothing at all for what is none of this page's business: when it happened is not either.
						if (text !== last) say(`data: ${text}\n\n`);
						else if (beating) say(':\n\n');
						last = text;
						beating = false;
					}
					looking = false;
				};
				const end = () => {
					if (over) return;
					forget();
					controller.close();
				};
				const beat = () => {
					beating = true;
					void look();
				};
				const stream: Stream = { look: () => void look(), beat, end };
				const unsubscribe = signals.subscribe(topic, stream.look);
				forget = () => {
					if (over) return;
					over = true;
					mine.delete(stream);
					unsubscribe();
					leave(tabsOf);
				};
				mine.add(stream);
				stream.look();
			},
			/** Its page has gone away, so there is nothing left to close. */
			cancel() {
				forget();
			},
		});
	};

	return {
		open(context, watched) {
			enter(watched.tabsOf ?? watched.topic);
			context.header('Content-Type', 'text/event-stream; charset=utf-8');
			// nginx would keep events back until its buffer is full.
			context.header('X-Accel-Buffering', 'no');
			return context.body(bodyOf(watched));
		},
		beat() {
			turn = (turn + 1) % beats;
			for (const stream of [...(turns[turn] ?? [])]) stream.beat();
		},
		close() {
			for (const each of turns) for (const stream of [...each]) stream.end();
		},
		get count() {
			return count;
		},
	};
};
