import type { Clock } from '../time/clock.ts';
import { minute } from '../time/clock.ts';
import type { SendOutcome, TextGateway, TextMessage } from './gateway.ts';

/** What became of a message after the gateways were asked. */
export type Sent =
	| { readonly result: 'accepted'; readonly gateway: string; readonly receipt: string }
	/** No gateway took it, and one that was asked did not answer: it may come. */
	| { readonly result: 'uncertain' }
	| { readonly result: 'number-refused' | 'limited' | 'down' };

/** Gateways that are asked for one message: more would keep its person waiting, and could send it as often. */
const mostSends = 2;
/** How long a gateway that failed is asked last, in milliseconds. */
const rest = minute;

/** Hands messages to the gateways in the order of the configuration; where one does not take it, the next one does. */
export const createSending = (parts: {
	gateways: readonly TextGateway[];
	clock: Clock;
	/** Told of each gateway that did not take a message. */
	onRefusal: (refusal: { gateway: string; id: string; result: string; detail: string }) => void;
}): ((message: TextMessage) => Promise<Sent>) => {
	const { gateways, clock, onRefusal } = parts;
	/** Until when each is asked after the others. */
	const resting = new Map<string, number>();
	const inOrder = () => {
		const now = clock.now();
		return gateways.toSorted(
			(a, b) => Number((resting.get(a.name) ?? 0) > now) - Number((resting.get(b.name) ?? 0) > now),
		);
	};

	return async (message) => {
		const results: SendOutcome['result'][] = [];
		for (const gateway of inOrder().slice(0, mostSends)) {
			const outcome = await gateway.send(message);
			if (outcome.result === 'accepted') {
				resting.delete(gateway.name);
				return { result: 'accepted', gateway: gateway.name, receipt: outcome.receipt };
			}
			onRefusal({ gateway: gateway.name, id: message.id, result: outcome.result, detail: outcome.detail });
			results.push(outcome.result);
			// What is wrong is the number: another gateway would send to the same one.
			if (outcome.result === 'number-refused') break;
			if (outcome.result !== 'limited') resting.set(gateway.name, clock.now() + rest);
		}
		if (results.includes('unknown')) return { result: 'uncertain' };
		if (results.includes('number-refused')) return { result: 'number-refused' };
		return { result: results.includes('limited') ? 'limited' : 'down' };
	};
};
