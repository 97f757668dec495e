import { smsCodeMinutes } from '@mailward/shared/factors/sms.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { DomainError } from '../domain-error.ts';
import type { TextMessageCaps } from '../policy/policy.ts';
import type { Signals } from '../signals/signals.ts';
import type { Queries } from '../storage/database.ts';
import { type Clock, day, hour, minute, second, toIso } from '../time/clock.ts';
import { type Cap, type Counted, capsOf, numberCapKey } from './caps.ts';
import type { TextGateway } from './gateway.ts';
import { createSending, type Sent } from './sending.ts';
import type { TextMessageState, TextMessageStore, Undecided } from './text-message-store.ts';

/** A code that is to be sent. */
export interface WantedText extends Counted {
	/** Names the message. */
	readonly id: string;
	/** The browser's session that asks for it. */
	readonly familyId: string;
	readonly code: string;
}

/** Codes by text message: counted before they are sent, sent by whichever gateway takes them, and followed until they arrive. */
export interface TextMessages {
	/**
	 * Counts a message towards all its caps. Throws `text_message.limit_reached` where one is met. To be committed before the
	 * message is sent: what happens afterwards gives no way around a cap.
	 */
	reserve(transaction: Queries, text: WantedText, caps: TextMessageCaps): Promise<void>;
	/** Throws `phone_number.refused` and `text_message.not_sent`. */
	send(text: WantedText, caps: TextMessageCaps): Promise<void>;
	state(id: string): Promise<TextMessageState | undefined>;
	/** From when another may be sent to a number, milliseconds since the epoch; null where it may be sent now. */
	resendAt(number: string, caps: TextMessageCaps): Promise<number | null>;
	/** Asks what has become of those that are under way, and tells the pages that wait for it. */
	follow(): Promise<void>;
	sweep(): Promise<void>;
}

/** After how long what has become of a text is asked for, since it was sent. The last answer stands. */
const checks = [4 * second, 12 * second, 30 * second, minute, 3 * minute];
/** How many of them are asked for at once. */
const mostChecks = 20;

export const createTextMessages = (parts: {
	db: Queries;
	store: TextMessageStore;
	gateways: readonly TextGateway[];
	fingerprint: Fingerprint;
	signals: Signals;
	clock: Clock;
	onRefusal: (refusal: { gateway: string; id: string; result: string; detail: string }) => void;
}): TextMessages => {
	const { db, store, gateways, fingerprint, signals, clock } = parts;
	const send = createSending(parts);

	/** Until when a cap lets nothing through; null where it does. */
	const fullUntil = async (queries: Queries, { key, limits }: Pick<Cap, 'key' | 'limits'>): Promise<number | null> => {
		let until: number | null = null;
		for (const { most, within } of limits) {
			const at = await store.nthNewest(queries, key, most, clock.now() - within);
			if (at !== undefined) until = Math.max(until ?? 0, at + within);
		}
		return until;
	};

	const stateOf = (sent: Sent): TextMessageState => {
		if (sent.result === 'accepted') return 'sent';
		return sent.result === 'uncertain' ? 'uncertain' : 'failed';
	};

	const nextCheck = (sentAt: number): number | null => {
		const next = checks.find((after) => sentAt + after > clock.now());
		return next === undefined ? null : sentAt + next;
	};

	const follow = async (text: Undecided): Promise<void> => {
		// Taken before asking, so that of several servers one asks.
		if (!(await store.postpone(text, nextCheck(text.at)))) return;
		const gateway = gateways.find(({ name }) => name === text.gateway);
		const delivery = await gateway?.delivery(text.receipt, text, text.at);
		if (delivery === undefined || delivery === 'pending') return;
		await store.settle(text.id, { state: delivery, nextCheckAt: null });
		signals.publish(text.familyId);
	};

	return {
		async reserve(transaction, text, caps) {
			const wanted = capsOf(caps, fingerprint, text);
			const keys = wanted.map(({ key }) => key);
			await store.hold(transaction, keys, clock.now());
			for (const cap of wanted) {
				const until = await fullUntil(transaction, cap);
				if (until !== null) {
					throw new DomainError('text_message.limit_reached', { scope: cap.scope, retryAt: toIso(until) });
				}
			}
			await store.insert(transaction, { ...text, at: clock.now(), keys });
		},
		async send(text, caps) {
			const { id, number, code } = text;
			const sentAt = clock.now();
			const sent = await send({ id, number, code, minutes: smsCodeMinutes });
			const state = stateOf(sent);
			await store.settle(id, {
				state,
				nextCheckAt: state === 'sent' ? nextCheck(sentAt) : null,
				...(sent.result === 'accepted' && { gateway: sent.gateway, receipt: sent.receipt }),
			});
			if (state === 'failed') {
				const uncounted = capsOf(caps, fingerprint, text).filter(({ sentOnly }) => sentOnly);
				await store.uncount(
					id,
					uncounted.map(({ key }) => key),
				);
			}
			signals.publish(text.familyId);
			if (sent.result === 'number-refused') throw new DomainError('phone_number.refused', {});
			if (sent.result === 'limited' || sent.result === 'down') {
				throw new DomainError('text_message.not_sent', { reason: sent.result });
			}
		},
		state: store.state,
		resendAt: (number, caps) =>
			fullUntil(db, {
				key: numberCapKey(fingerprint, number),
				limits: [
					{ most: 1, within: caps.secondsApart * second },
					{ most: caps.perNumberHour, within: hour },
					{ most: caps.perNumberDay, within: day },
				],
			}),
		async follow() {
			const due = await store.due(clock.now(), mostChecks);
			await Promise.all(due.map(follow));
		},
		sweep: () => store.sweep(clock.now()),
	};
};
