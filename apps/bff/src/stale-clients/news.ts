import { LRUCache } from 'lru-cache';
import { mailAppsTopic } from '../client-passwords/mail-apps-topic.ts';
import type { Signals } from '../signals/signals.ts';
import { type Clock, second } from '../time/clock.ts';

/**
 * What pages that watch are told of. `new`: a mail app that was not known, or what it sent. `again`: one more try, of which
 * there may be many a second.
 */
export type NewsKind = 'new' | 'again' | 'mended';

/** Tells the pages of an account that something has changed about its refused mail apps, no oftener than is of use. */
export interface News {
	add(accountId: string, kind: NewsKind): void;
	/** To be called when what was added is written. */
	publish(): void;
}

/** How often further tries are told, in ms. */
const patience = 10 * second;

/** `max`: accounts whose last telling is known. */
export const createNews = (signals: Pick<Signals, 'publish'>, clock: Clock, max = 20_000): News => {
	/** Whether each is to be told at once, or in its time. */
	const waiting = new Map<string, boolean>();
	const told = new LRUCache<string, number>({ max });
	/** The distance counts, so that a clock that was set back silences nobody. */
	const isTime = (accountId: string): boolean =>
		Math.abs(clock.now() - (told.get(accountId) ?? Number.NEGATIVE_INFINITY)) >= patience;
	return {
		add(accountId, kind) {
			waiting.set(accountId, waiting.get(accountId) === true || kind !== 'again');
		},
		publish() {
			for (const [accountId, atOnce] of [...waiting]) {
				if (!atOnce && !isTime(accountId)) continue;
				signals.publish(mailAppsTopic(accountId));
				told.set(accountId, clock.now());
				waiting.delete(accountId);
			}
		},
	};
};
