import type { Contract } from '@mailward/shared/contract/contract.ts';
import { useEffect, useState } from 'react';
import { addressOf, call, type EndpointName } from './call.ts';
import { channelAfter, firstChannel, type Incident } from './channel.ts';
import { type Problem, problemOf } from './problem.ts';

/** What has an event stream at `/events`, and the same as an answer at `/progress`. */
type Followed = { [K in EndpointName]: K extends `GET ${infer Base}/events` ? Base : never }[EndpointName];

type Told<B extends Followed> = Contract[`GET ${B}/events`] extends { events: { _output: infer E } } ? E : never;

/** Milliseconds from one question to the next where no stream comes through. */
const pause = 2000;
/** Milliseconds within which a stream says how things stand; where a proxy keeps it back, it never does. */
const patience = 5000;

interface Ways<E> {
	/** Of the event stream. */
	readonly address: string;
	readonly ask: () => Promise<E>;
	readonly tell: (event: E) => void;
	readonly end: (why: Problem) => void;
}

/** What the network or the server's state has to do with passes; every other refusal is the last word. */
const passes = ({ code }: Problem): boolean => code === 'offline' || code.startsWith('server.');

/** Follows one thing while the page is seen; returns how to stop. */
const follow = <E>({ address, ask, tell, end }: Ways<E>): (() => void) => {
	const first = firstChannel('EventSource' in window);
	let channel = first;
	let hangUp = () => {};

	const turn = (incident: Incident) => {
		const before = channel.by;
		channel = channelAfter(channel, incident);
		if (channel.by !== before) tune();
	};
	const listen = () => {
		const stream = new EventSource(address);
		const silent = setTimeout(() => turn('shut'), patience);
		stream.onmessage = ({ data }) => {
			clearTimeout(silent);
			turn('told');
			// What an event carries is the contract's promise.
			tell(JSON.parse(data) as E);
		};
		stream.onerror = () => turn(stream.readyState === EventSource.CLOSED ? 'shut' : 'interrupted');
		hangUp = () => {
			clearTimeout(silent);
			stream.close();
		};
	};
	const askAgainAndAgain = () => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let left = false;
		const once = async () => {
			try {
				const event = await ask();
				if (left) return;
				tell(event);
			} catch (thrown) {
				const problem = problemOf(thrown);
				if (left) return;
				if (!passes(problem)) {
					turn('over');
					return end(problem);
				}
			}
			timer = setTimeout(() => void once(), pause);
		};
		void once();
		hangUp = () => {
			left = true;
			clearTimeout(timer);
		};
	};
	const tune = () => {
		hangUp();
		hangUp = () => {};
		if (document.hidden) return;
		if (channel.by === 'stream') listen();
		else if (channel.by === 'asking') askAgainAndAgain();
	};
	const look = () => {
		// Where the page was left may not be where it is come back to: another network may let streams through.
		if (channel.by !== 'nothing') channel = first;
		tune();
	};

	tune();
	document.addEventListener('visibilitychange', look);
	return () => {
		hangUp();
		document.removeEventListener('visibilitychange', look);
	};
};

/**
 * How something stands that waits for something elsewhere, from the moment it is shown; at rest while the page is hidden.
 * Give the component the `id` as its `key`.
 */
export const useFollowing = <B extends Followed>(base: B, id: string, when: boolean) => {
	const [news, setNews] = useState<Told<B>>();
	const [over, setOver] = useState<Problem>();
	useEffect(() => {
		if (!when) return;
		const params = { id };
		return follow<Told<B>>({
			address: addressOf(`GET ${base}/events`, params).path,
			ask: () =>
				(call as (endpoint: string, request: { params: object }) => Promise<Told<B>>)(`GET ${base}/progress`, {
					params,
				}),
			tell: setNews,
			end: setOver,
		});
	}, [base, id, when]);
	return {
		/** `undefined` until anything was told. */
		news,
		/** Why nothing more is to be learned, once that is so. */
		over,
		/** Takes what came with another answer. */
		take: setNews,
	};
};
