import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import type { TextGateway, TextMessage } from '@mailward/bff/text-messages/gateway.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { faultNames } from '../faults.ts';
import { writeCertificate } from '../mail-servers/certificate.ts';
import { smsAccounts } from './sms-accounts.ts';
import { connect, type Providers, startProviders, vendorNames } from './testing/providers.ts';

const message = (n = 0): TextMessage => ({
	id: `message-${n}`,
	number: `+86138001380${String(n).padStart(2, '0')}`,
	code: String(482_913 + n * 1117),
	minutes: 5,
});
const first = message();

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).toReversed()) await close();
});

/** What the other side sends when it likes. */
const eventually = <T>(read: () => T) => expect.poll(read, { interval: 5, timeout: 10_000 });

const start = async (): Promise<Providers> => {
	const providers = await startProviders();
	closing.push(providers.stop);
	return providers;
};
const connected: typeof connect = (...given) => {
	const gateway = connect(...given);
	closing.push(gateway.close);
	return gateway;
};
const deliveryOf = (gateway: TextGateway, receipt: string, of: TextMessage) =>
	gateway.delivery(receipt, of, Date.now());
/** The receipt of a text that must be accepted. */
const sent = async (gateway: TextGateway, text: TextMessage): Promise<string> => {
	const outcome = await gateway.send(text);
	if (outcome.result !== 'accepted') throw new Error(`${outcome.result}: ${outcome.detail}`);
	return outcome.receipt;
};

describe.each(vendorNames)('a text by way of %s', (vendor) => {
	it('arrives once, on the right phone, with its code', async () => {
		const providers = await start();
		const gateway = connected(vendor, providers);
		expect(gateway.name).toBe(vendor);
		expect(await gateway.send(first)).toEqual({ result: 'accepted', receipt: expect.stringMatching(/./) });
		const texts = providers.inbox.list();
		expect(texts).toMatchObject([{ to: first.number, via: vendor }]);
		expect(texts[0]?.text).toContain(first.code);
		expect(texts[0]?.text).toContain('5 分钟');
	});

	it('keeps its code among many that are sent at once', async () => {
		const providers = await start();
		const gateway = connected(vendor, providers);
		const messages = Array.from({ length: 25 }, (_, n) => message(n));
		const receipts = await Promise.all(messages.map((each) => sent(gateway, each)));
		expect(new Set(receipts).size).toBe(messages.length);
		for (const { number, code } of messages) {
			expect(providers.inbox.list(number).map(({ text }) => text)).toEqual([expect.stringContaining(code)]);
		}
	});

	it('is not sent under a wrong secret', async () => {
		const providers = await start();
		const gateway = connected(vendor, providers, { wrongSecret: true });
		expect(await gateway.send(first)).toMatchObject({ result: 'failed' });
		expect(providers.inbox.list()).toEqual([]);
	});

	it('may have been sent where the answer takes too long', async () => {
		const providers = await start();
		const gateway = connected(vendor, providers, { patience: 2000 });
		providers.faults.set(vendor, 'slow');
		expect(await gateway.send(first)).toMatchObject({ result: 'unknown' });
		expect(providers.inbox.list(first.number)).toHaveLength(1);
	});

	it('may have been sent where the line is cut before the answer', async () => {
		const providers = await start();
		const gateway = connected(vendor, providers);
		providers.faults.set(vendor, 'slow');
		const sending = gateway.send(first);
		await eventually(() => providers.inbox.list(first.number)).toHaveLength(1);
		providers.cut();
		expect(await sending).toMatchObject({ result: 'unknown' });
	});

	it('is not sent where nobody listens', async () => {
		const providers = await start();
		const gateway = connected(vendor, providers);
		await providers.stop();
		expect(await gateway.send(first)).toMatchObject({ result: 'failed' });
		expect(await deliveryOf(gateway, 'receipt', first)).toBe('pending');
	});

	it('is told to nobody whose certificate is not trusted', async () => {
		// The attack: somebody on the way answers in the provider's name and reads the codes.
		const folder = await mkdtemp(join(tmpdir(), 'mailward-sms-'));
		closing.push(() => rm(folder, { recursive: true }));
		const { certificatePath, keyPath } = await writeCertificate(folder, 'campus.example');
		let heard = '';
		const impostor = createServer({ cert: await readFile(certificatePath), key: await readFile(keyPath) }, (socket) =>
			socket.on('error', () => undefined).on('data', (chunk) => (heard += String(chunk))),
		);
		impostor.on('tlsClientError', () => undefined);
		impostor.listen(0, '127.0.0.1');
		await once(impostor, 'listening');
		closing.push(async () => impostor.close());
		const { port } = impostor.address() as AddressInfo;
		const gateway = connected(vendor, { origin: `https://localhost:${port}`, smppPort: port }, { secure: true });
		expect(await gateway.send(first)).toMatchObject({ result: 'failed' });
		expect(heard).toBe('');
	});

	it.each([
		['error-500', 'failed'],
		['rate-limit-429', 'limited'],
		['limit-reached', 'limited'],
		['error-in-200', 'failed'],
		['garbage', 'unknown'],
		['number-refused', 'number-refused'],
	] as const)('that meets %s is %s, and the next one arrives', async (fault, result) => {
		const providers = await start();
		const gateway = connected(vendor, providers);
		providers.faults.set(vendor, fault, { once: true });
		expect(await gateway.send(first)).toEqual({ result, detail: expect.stringMatching(/./) });
		await sent(gateway, message(1));
		expect(providers.inbox.list(message(1).number)).toHaveLength(1);
	});

	it('is told to have arrived, and not to have arrived', async () => {
		const providers = await start();
		const gateway = connected(vendor, providers);
		const good = await sent(gateway, first);
		providers.faults.set(vendor, 'undelivered', { once: true });
		const bad = await sent(gateway, message(1));
		providers.faults.set(vendor, 'duplicate-callback', { once: true });
		const twice = await sent(gateway, message(2));
		await eventually(() => deliveryOf(gateway, good, first)).toBe('delivered');
		await eventually(() => deliveryOf(gateway, bad, message(1))).toBe('undelivered');
		await eventually(() => deliveryOf(gateway, twice, message(2))).toBe('delivered');
		expect(await deliveryOf(gateway, 'of-another', first)).toBe('pending');
		expect(providers.inbox.list(message(1).number)).toEqual([]);
	});

	it('leaves neither code nor number nor secret in what is logged', async () => {
		// The attack: whoever reads the log signs in with the code that the provider repeated in its refusal.
		const providers = await start();
		const right = connected(vendor, providers, { patience: 2000 });
		const outcomes = [await connected(vendor, providers, { wrongSecret: true }).send(first)];
		for (const fault of faultNames) {
			providers.faults.set(vendor, fault, { once: true });
			outcomes.push(await right.send(first));
		}
		await providers.stop();
		outcomes.push(await right.send(first));
		const logged = JSON.stringify(outcomes.map((outcome) => ('detail' in outcome ? outcome.detail : '')));
		expect(logged.length).toBeGreaterThan(100);
		for (const secret of [first.code, '13800138000', ...Object.values(smsAccounts[vendor])]) {
			expect(logged).not.toContain(secret);
		}
	});
});

describe('a session of SMPP', () => {
	it('is bound again after the provider has restarted', async () => {
		const providers = await start();
		const warnings: string[] = [];
		const gateway = connected('smpp', providers, { onWarning: (what) => warnings.push(what) });
		await sent(gateway, first);
		await providers.restartSmpp();
		await eventually(() => warnings).toEqual(['the session ended']);
		await sent(gateway, message(1));
		expect(providers.inbox.list(message(1).number)).toHaveLength(1);
	});

	it('is bound again to hear of what was reported meanwhile', async () => {
		const providers = await start();
		const gateway = connected('smpp', providers);
		providers.faults.set('smpp', 'slow', { once: true });
		const lost = gateway.send(first);
		await eventually(() => providers.inbox.list(first.number)).toHaveLength(1);
		providers.cut();
		expect(await lost).toMatchObject({ result: 'unknown' });
		await eventually(() => deliveryOf(gateway, 'smpp-1', first)).toBe('delivered');
	});

	it('is kept alive, and given up when the provider no longer answers', async () => {
		const providers = await start();
		const gateway = connected('smpp', providers, { heartbeat: 200, patience: 2000 });
		await sent(gateway, first);
		await eventually(() => providers.smpp().heartbeats).toBeGreaterThan(0);
		providers.smpp().mute();
		await eventually(() => gateway.send(message(1))).toMatchObject({ result: 'failed' });
		await providers.restartSmpp();
		await eventually(() => gateway.send(message(1))).toMatchObject({ result: 'accepted' });
	});

	it('ends with the gateway, and no other begins', async () => {
		const providers = await start();
		const gateway = connected('smpp', providers);
		await sent(gateway, first);
		await gateway.close();
		expect(await gateway.send(message(1))).toMatchObject({ result: 'failed' });
		expect(providers.inbox.list()).toHaveLength(1);
	});
});

describe('the gateway of the organisation itself', () => {
	it('carries a text once, however often it is told', async () => {
		const providers = await start();
		const gateway = connected('webhook', providers);
		expect(await sent(gateway, first)).toBe(await sent(gateway, first));
		expect(providers.inbox.list()).toHaveLength(1);
	});
});
