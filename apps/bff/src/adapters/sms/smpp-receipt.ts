/// <reference path="./smpp.d.ts" />
import type { Pdu } from 'smpp';
import type { Delivery } from '../../text-messages/gateway.ts';

/** SMPP 3.4, 5.2.12: a receipt of the message centre. The other bits say other things. */
const isReceipt = ({ esm_class = 0 }: Pick<Pdu, 'esm_class'>) => (esm_class & 0x3c) === 0x04;

/** SMPP 3.4, 5.2.28 and appendix B. Every other state may still become one of these. */
const deliveryOfState = new Map<number | string, Delivery>([
	[2, 'delivered'],
	['DELIVRD', 'delivered'],
	[3, 'undelivered'],
	['EXPIRED', 'undelivered'],
	[4, 'undelivered'],
	['DELETED', 'undelivered'],
	[5, 'undelivered'],
	['UNDELIV', 'undelivered'],
	[8, 'undelivered'],
	['REJECTD', 'undelivered'],
]);

type Message = Pick<Pdu, 'esm_class' | 'short_message' | 'receipted_message_id' | 'message_state'>;

/**
 * What a message from the provider finally tells of a text; undefined for everything else. The optional parameters are
 * preferred; the words in the form of appendix B are what every provider sends.
 */
export const readReceipt = (message: Message): { id: string; delivery: Delivery } | undefined => {
	if (!isReceipt(message)) return undefined;
	const words = String(message.short_message?.message ?? '');
	const id = message.receipted_message_id?.replace(/\0+$/, '') ?? /\bid:(\S+)/i.exec(words)?.[1];
	const state = message.message_state ?? /\bstat:([A-Z]+)/i.exec(words)?.[1]?.toUpperCase();
	const delivery = state === undefined ? undefined : deliveryOfState.get(state);
	return id === undefined || delivery === undefined ? undefined : { id, delivery };
};
