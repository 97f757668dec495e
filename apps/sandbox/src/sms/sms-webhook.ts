import { createHmac } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { createCarrier } from './carrier.ts';
import type { SmsAccounts } from './sms-accounts.ts';
import type { Vendor } from './vendor.ts';

interface Order {
	readonly id: string;
	readonly number: string;
	readonly text: string;
}

/** In seconds. */
const longestAge = 300;

/** Standard Webhooks 1.0: the id, the time and the body, under a key of both sides. */
const isSigned = (headers: Headers, body: string, secret: string, now: number): boolean => {
	const id = headers.get('webhook-id') ?? '';
	const timestamp = headers.get('webhook-timestamp') ?? '';
	if (id === '' || !/^\d+$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > longestAge) return false;
	const expected = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
		.update(`${id}.${timestamp}.${body}`)
		.digest('base64');
	return (headers.get('webhook-signature') ?? '').split(' ').includes(`v1,${expected}`);
};

/** Plays the gateway that an organisation would write itself: `POST /` takes a text, `GET /RECEIPT` tells of it. */
export const createSmsWebhook = ({ account, inbox, faults, now }: Vendor<SmsAccounts['webhook']>): Hono => {
	const carrier = createCarrier('webhook', inbox, now);
	/** Message to receipt: what is sent twice arrives once. */
	const taken = new Map<string, string>();

	const send = async (context: Context, { id, number, text }: Order) => {
		const fault = faults.take('webhook');
		if (fault === 'error-500') return context.json({ reason: 'internal' }, 500);
		if (fault === 'rate-limit-429') return context.json({ reason: 'slow down' }, 429);
		if (fault === 'garbage') return context.html('<h1>OK</h1>');
		if (fault === 'limit-reached') return context.json({ reason: 'limit' }, 403);
		if (fault === 'error-in-200') return context.json({ reason: `no credit for ${number}` });
		if (fault === 'number-refused' || !/^\+\d{5,15}$/.test(number)) return context.json({ reason: 'number' }, 422);
		const receipt = taken.get(id) ?? carrier.carry(number, text, fault).receipt;
		taken.set(id, receipt);
		if (fault === 'slow') await faults.hold('webhook', context.req.raw.signal);
		return context.json({ receipt }, 202);
	};

	return new Hono()
		.use(async (context, next) => {
			const { headers } = context.req.raw;
			if (isSigned(headers, await context.req.text(), account.secret, now())) return next();
			return context.json({ reason: 'signature' }, 401);
		})
		.post('/', async (context) => send(context, await context.req.json<Order>()))
		.get('/:receipt', (context) => {
			const report = carrier.report(context.req.param('receipt'));
			if (report === undefined) return context.json({ reason: 'receipt' }, 404);
			return context.json({ state: report.isDelivered ? 'delivered' : 'undelivered' });
		});
};
