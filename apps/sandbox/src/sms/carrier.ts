import type { Fault } from '../faults.ts';
import type { TextInbox } from './text-inbox.ts';

/** A text that a vendor has accepted, and what it will report of it. */
export interface Carried {
	readonly receipt: string;
	/** E.164. */
	readonly to: string;
	readonly text: string;
	/** ISO 8601 in UTC. */
	readonly at: string;
	readonly isDelivered: boolean;
}

/** What every vendor does with an accepted text: carry it to the phone, and know afterwards what became of it. */
export interface Carrier {
	/** An undelivered text reaches no phone. */
	carry(to: string, text: string, fault: Fault | undefined): Carried;
	report(receipt: string): Carried | undefined;
	/** Everything that was sent to a number. */
	to(number: string): Carried[];
}

/** `now` in milliseconds since the epoch. */
export const createCarrier = (via: string, inbox: TextInbox, now: () => number): Carrier => {
	const carried = new Map<string, Carried>();
	return {
		carry(to, text, fault) {
			const isDelivered = fault !== 'undelivered';
			const receipt = `${via}-${carried.size + 1}`;
			const each = { receipt, to, text, at: new Date(now()).toISOString(), isDelivered };
			carried.set(receipt, each);
			if (isDelivered) inbox.add({ to, text, via });
			return each;
		},
		report: (receipt) => carried.get(receipt),
		to: (number) => [...carried.values()].filter(({ to }) => to === number),
	};
};
