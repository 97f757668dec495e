import type { Delivery, SendOutcome, TextGateway, TextMessage } from '../text-messages/gateway.ts';

/** A gateway that keeps what it is given, and answers as it is told. */
export interface TestTextGateway extends TextGateway {
	/** Oldest first. */
	readonly taken: readonly TextMessage[];
	/** How often it was asked to send, and what had become of something it took. */
	readonly asked: number;
	readonly followed: number;
	/** The newest code to a number, E.164; throws when there is none. */
	codeFor(number: string): string;
	/** What it answers from now on; `accepted` unless told otherwise. */
	answerWith(outcome: SendOutcome['result']): void;
	/** What has become of everything it took. */
	deliver(delivery: Delivery): void;
}

export const createTestTextGateway = (name: TextGateway['name'] = 'webhook'): TestTextGateway => {
	const taken: TextMessage[] = [];
	let result: SendOutcome['result'] = 'accepted';
	let delivery: Delivery = 'pending';
	let asked = 0;
	let followed = 0;
	return {
		name,
		taken,
		get asked() {
			return asked;
		},
		get followed() {
			return followed;
		},
		codeFor(number) {
			const newest = taken.findLast((message) => message.number === number);
			if (newest === undefined) throw new Error(`no text was sent to ${number}`);
			return newest.code;
		},
		answerWith(outcome) {
			result = outcome;
		},
		deliver(now) {
			delivery = now;
		},
		async send(message) {
			asked += 1;
			if (result !== 'accepted') return { result, detail: 'as the test wants it' };
			taken.push(message);
			return { result, receipt: message.id };
		},
		async delivery() {
			followed += 1;
			return delivery;
		},
		close: async () => {},
	};
};
