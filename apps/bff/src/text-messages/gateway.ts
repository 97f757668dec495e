/** A verification code on its way to a phone. */
export interface TextMessage {
	/** Names this sending; a gateway that can tells repeats by it. */
	readonly id: string;
	/** E.164: `+8613800138000`. */
	readonly number: string;
	readonly code: string;
	/** For how long the code is good. */
	readonly minutes: number;
}

/**
 * What a gateway made of a message. They are told apart because different things follow: another gateway is asked, or
 * the person is told that the number will not do, or that the message may still come.
 */
export type SendOutcome =
	/** `receipt`: by which its delivery can be asked for. */
	| { readonly result: 'accepted'; readonly receipt: string }
	/** It does not send to this number: no such number, blocked by its operator, opted out. No other gateway would. */
	| { readonly result: 'number-refused'; readonly detail: string }
	/** The provider's or operator's own limit for this number or this customer. */
	| { readonly result: 'limited'; readonly detail: string }
	/** It is down, or says no for a reason of its own (wrong key, no credit, template not approved). Nothing was sent. */
	| { readonly result: 'failed'; readonly detail: string }
	/** No answer in time: whether a message comes, nobody knows. */
	| { readonly result: 'unknown'; readonly detail: string };

export type Delivery = 'pending' | 'delivered' | 'undelivered';

/**
 * The port to the outside that sends text messages. It never throws: whatever goes wrong is an outcome. `detail` is for
 * the log: the provider's own code and words, never the code or the whole number.
 */
export interface TextGateway {
	readonly name: 'aliyun' | 'tencent' | 'smpp' | 'webhook';
	send(message: TextMessage): Promise<SendOutcome>;
	/** What has become of an accepted message; `pending` where it cannot be known (yet). */
	delivery(receipt: string, message: Pick<TextMessage, 'id' | 'number'>, sentAt: number): Promise<Delivery>;
	/** Lets go of what it holds open. */
	close(): Promise<void>;
}
