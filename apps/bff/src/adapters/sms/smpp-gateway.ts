import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Fields, Pdu } from 'smpp';
import type { Delivery, SendOutcome, TextGateway } from '../../text-messages/gateway.ts';
import { second } from '../../time/clock.ts';
import { saying } from './saying.ts';
import { createSmppLink, Unanswered } from './smpp-link.ts';
import { readReceipt } from './smpp-receipt.ts';
import type { SmppSettings } from './sms-settings.ts';
import { fillText } from './text.ts';

/** Receipts are remembered by the process that got them, for as long as anybody asks about a text. */
const receiptsKept = 10_000;

/** SMPP 3.4, 5.1.3. */
const status = { messageQueueFull: 0x14, invalidDestination: 0x0b, throttled: 0x58 };

const ucs2 = 8;

/** SMPP 3.4, 5.2.5 and 5.2.6: what kind of sender it is. */
const sourceOf = (source: string): Fields => {
	if (source === '') return {};
	if (source.startsWith('+')) return { source_addr: source.slice(1), source_addr_ton: 1, source_addr_npi: 1 };
	const isNumber = /^\d+$/.test(source);
	return { source_addr: source, source_addr_ton: isNumber ? 0 : 5, source_addr_npi: 0 };
};

interface Options {
	readonly patience: number;
	/** How often the provider is asked whether it is still there, in ms. */
	readonly heartbeat?: number;
}

/**
 * Any provider or operator that speaks SMPP 3.4, as a transceiver. Receipts reach one bound process only: where several
 * run, the others see texts as pending.
 */
export const createSmppGateway = (
	settings: SmppSettings,
	log: Pick<Logger, 'warn'>,
	{ patience, heartbeat = 30 * second }: Options,
): TextGateway => {
	const receipts = new LRUCache<string, Delivery>({ max: receiptsKept });
	const link = createSmppLink(settings, {
		// Half for the session, half for the answer.
		patience: patience / 2,
		heartbeat,
		onTrouble: (what) => log.warn({ gateway: 'smpp' }, what),
		onMessage(message) {
			const receipt = readReceipt(message);
			if (receipt !== undefined) receipts.set(receipt.id, receipt.delivery);
		},
	});
	const source = sourceOf(settings.source);

	const outcomeOf = (answer: Pdu): SendOutcome => {
		const { command_status, message_id } = answer;
		if (command_status === 0 && message_id) return { result: 'accepted', receipt: message_id };
		if (command_status === 0) return { result: 'unknown', detail: 'an answer without a message id' };
		const detail = saying(`command_status 0x${command_status.toString(16).padStart(2, '0')}`);
		if (command_status === status.invalidDestination) return { result: 'number-refused', detail };
		const isLimit = command_status === status.throttled || command_status === status.messageQueueFull;
		return { result: isLimit ? 'limited' : 'failed', detail };
	};

	return {
		name: 'smpp',
		async send({ number, code, minutes }) {
			try {
				return outcomeOf(
					await link.submit({
						...source,
						dest_addr_ton: 1,
						dest_addr_npi: 1,
						destination_addr: number.slice(1),
						registered_delivery: 1,
						data_coding: ucs2,
						short_message: fillText(settings.text, { code, minutes }),
					}),
				);
			} catch (error) {
				const { message } = error as Error;
				return { result: error instanceof Unanswered ? 'unknown' : 'failed', detail: message };
			}
		},
		async delivery(receipt) {
			// Receipts wait at the provider while there is no session. Nobody waits for one here.
			link.bind().catch(() => undefined);
			return receipts.get(receipt) ?? 'pending';
		},
		close: link.close,
	};
};
