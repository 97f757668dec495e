import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createTextGateways } from '@mailward/bff/adapters/sms/gateways.ts';
import { createSmppGateway } from '@mailward/bff/adapters/sms/smpp-gateway.ts';
import { readGateways } from '@mailward/bff/adapters/sms/sms-settings.ts';
import type { TextGateway } from '@mailward/bff/text-messages/gateway.ts';
import { systemClock } from '@mailward/bff/time/clock.ts';
import { Hono } from 'hono';
import { createFaults, type Faults } from '../../faults.ts';
import { createAliyunSms } from '../aliyun-sms.ts';
import { type SmppServer, startSmppServer } from '../smpp-server.ts';
import { smsAccounts, smsEnvironment } from '../sms-accounts.ts';
import { createSmsWebhook } from '../sms-webhook.ts';
import { createTencentSms } from '../tencent-sms.ts';
import { createTextInbox, type TextInbox } from '../text-inbox.ts';

export const vendorNames = ['aliyun', 'tencent', 'smpp', 'webhook'] as const;
type VendorName = (typeof vendorNames)[number];

/** All vendors of the sandbox on ports of their own. */
export interface Providers {
	readonly origin: string;
	readonly smppPort: number;
	readonly inbox: TextInbox;
	readonly faults: Faults;
	smpp(): SmppServer;
	/** Ends every connection, and takes new ones. */
	cut(): void;
	restartSmpp(): Promise<void>;
	stop(): Promise<void>;
}

type Tls = { readonly key: Buffer; readonly cert: Buffer };

export const startProviders = async (tls?: Tls): Promise<Providers> => {
	const { now } = systemClock;
	const inbox = createTextInbox(now);
	const faults = createFaults();
	const around = { inbox, faults, now };
	const app = new Hono()
		.route('/', createAliyunSms({ account: smsAccounts.aliyun, ...around }))
		.route('/', createTencentSms({ account: smsAccounts.tencent, ...around }))
		.route('/sms-webhook', createSmsWebhook({ account: smsAccounts.webhook, ...around }));
	const secure = tls && { createServer, serverOptions: tls };
	const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0, ...secure }) as Server;
	await once(http, 'listening');
	const startSmpp = (port: number) =>
		startSmppServer({ port, account: smsAccounts.smpp, ...around, ...(tls && { tls }) });
	let smpp = await startSmpp(0);
	return {
		// The name that certificates are made for.
		origin: `${tls ? 'https://localhost' : 'http://127.0.0.1'}:${(http.address() as AddressInfo).port}`,
		smppPort: smpp.port,
		inbox,
		faults,
		smpp: () => smpp,
		cut() {
			http.closeAllConnections();
			smpp.drop();
		},
		async restartSmpp() {
			await smpp.stop();
			smpp = await startSmpp(smpp.port);
		},
		async stop() {
			if (!http.listening) return;
			http.close();
			http.closeAllConnections();
			await smpp.stop();
		},
	};
};

interface Options {
	readonly wrongSecret?: boolean;
	readonly patience?: number;
	readonly secure?: boolean;
	readonly heartbeat?: number;
	/** What the gateway has to say for the log. */
	readonly onWarning?: (what: string) => void;
}

const wrongSecrets = {
	MAILWARD_ALIYUN_ACCESS_KEY_SECRET: 'wrong-access-key-secret',
	MAILWARD_TENCENT_SECRET_KEY: 'wrong-secret-key',
	MAILWARD_SMS_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
};

/** The server's own gateway to one vendor, made from settings as an administrator writes them. */
export const connect = (
	vendor: VendorName,
	{ origin, smppPort }: Pick<Providers, 'origin' | 'smppPort'>,
	{ wrongSecret = false, patience = 5000, secure = false, heartbeat, onWarning = () => undefined }: Options = {},
): TextGateway => {
	const environment = {
		...smsEnvironment({ origin, smppPort, gateways: [vendor] }),
		...(wrongSecret && {
			...wrongSecrets,
			MAILWARD_SMPP_URL: `smpp://${smsAccounts.smpp.systemId}:wrong@127.0.0.1:${smppPort}`,
		}),
		...(secure && { MAILWARD_SMPP_URL: `smpps://campus:sandbox@localhost:${smppPort}` }),
	};
	const { gateways, problems } = readGateways(environment);
	const log = { warn: (_: unknown, what = '') => onWarning(what) };
	const [settings] = gateways;
	if (settings === undefined || problems.length > 0) throw new Error(problems.join('\n'));
	if (settings.name === 'smpp' && heartbeat !== undefined)
		return createSmppGateway(settings, log, { patience, heartbeat });
	const [gateway] = createTextGateways([settings], { clock: systemClock, log, patience });
	if (gateway === undefined) throw new Error('no gateway');
	return gateway;
};
