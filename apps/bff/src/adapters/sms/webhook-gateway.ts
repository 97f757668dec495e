import { createHmac } from 'node:crypto';
import type { Delivery, SendOutcome, TextGateway } from '../../text-messages/gateway.ts';
import { type Clock, second } from '../../time/clock.ts';
import { type Answer, exchange, type NoAnswer } from './exchange.ts';
import { saying } from './saying.ts';
import type { WebhookSettings } from './sms-settings.ts';
import { fillText } from './text.ts';

/** Reads one text field of a JSON object; undefined for everything else. */
const field = (body: string, name: string): string | undefined => {
	try {
		const value: unknown = (JSON.parse(body) as Record<string, unknown> | null)?.[name];
		return typeof value === 'string' && value !== '' ? value : undefined;
	} catch {
		return undefined;
	}
};

const outcomeOf = ({ status, body }: Answer): SendOutcome => {
	const reason = field(body, 'reason');
	const detail = saying(`HTTP ${status}`, reason);
	const isGood = status >= 200 && status < 300;
	const receipt = field(body, 'receipt');
	if (isGood && receipt !== undefined) return { result: 'accepted', receipt };
	if (status === 429) return { result: 'limited', detail };
	// 504: the request was passed on, and its answer was not.
	if (status === 504 || (isGood && reason === undefined)) return { result: 'unknown', detail };
	if (status < 500 && reason === 'number') return { result: 'number-refused', detail };
	return { result: status < 500 && reason === 'limit' ? 'limited' : 'failed', detail };
};

const deliveries: readonly string[] = ['pending', 'delivered', 'undelivered'] satisfies readonly Delivery[];
const isDelivery = (text: string | undefined): text is Delivery => text !== undefined && deliveries.includes(text);

/**
 * A gateway of the organisation's own, spoken to in JSON over HTTP and signed as Standard Webhooks 1.0 has it.
 * `POST URL` {id, number, code, minutes, text}; a 2xx carries {receipt}, a 4xx may say {reason}: `number` or `limit`.
 * `GET URL/RECEIPT` {state}: pending, delivered or undelivered; gateways that cannot tell answer 404 or 405.
 * `patience`: how long a request may take, in ms.
 */
export const createWebhookGateway = (settings: WebhookSettings, clock: Clock, patience: number): TextGateway => {
	const signed = (id: string, body: string) => {
		const timestamp = Math.floor(clock.now() / second);
		const signature = createHmac('sha256', settings.secret).update(`${id}.${timestamp}.${body}`).digest('base64');
		return {
			'webhook-id': id,
			'webhook-timestamp': String(timestamp),
			'webhook-signature': `v1,${signature}`,
		};
	};

	return {
		name: 'webhook',
		async send({ id, number, code, minutes }) {
			const text = fillText(settings.text, { code, minutes });
			const body = JSON.stringify({ id, number, code, minutes, text });
			try {
				return outcomeOf(
					await exchange(settings.url, patience, {
						method: 'POST',
						headers: { ...signed(id, body), 'content-type': 'application/json' },
						body,
					}),
				);
			} catch (error) {
				const { hadConnection, message } = error as NoAnswer;
				return { result: hadConnection ? 'unknown' : 'failed', detail: message };
			}
		},
		async delivery(receipt, { id }) {
			const url = new URL(settings.url);
			url.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(receipt)}`;
			try {
				const { status, body } = await exchange(url, patience, { method: 'GET', headers: signed(id, ''), body: '' });
				const state = field(body, 'state');
				return status === 200 && isDelivery(state) ? state : 'pending';
			} catch {
				return 'pending';
			}
		},
		close: () => Promise.resolve(),
	};
};
