import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { type RandomBytes, randomText } from '@mailward/bff/crypto/random.ts';
import { type Clock, systemClock } from '@mailward/bff/time/clock.ts';
import { Hono } from 'hono';
import { dingtalkLoginPath } from './dingtalk/consent.ts';
import { createDingtalkPlatform } from './dingtalk/dingtalk-platform.ts';
import { campus } from './dingtalk/people.ts';
import { createFaultSwitches } from './fault-switches.ts';
import { createFaults, type Faults } from './faults.ts';
import { createPhoneBrowser } from './phone/phone-browser.ts';
import { createPhonePage } from './phone/phone-page.ts';
import { createAliyunSms } from './sms/aliyun-sms.ts';
import { startSmppServer } from './sms/smpp-server.ts';
import { smsAccounts, smsEnvironment } from './sms/sms-accounts.ts';
import { createSmsWebhook } from './sms/sms-webhook.ts';
import { createTencentSms } from './sms/tencent-sms.ts';
import { createTextInbox, type TextInbox } from './sms/text-inbox.ts';
import { createWechatPlatform, wechatAuthorisePath } from './wechat/wechat-platform.ts';

export interface SandboxOptions {
	/** On 127.0.0.1; the next two are the phone's browser and SMPP. 0 for any that are free. */
	readonly port: number;
	/** Where the portal is (or will be): the platforms send phones back to it and nowhere else. */
	readonly portalOrigin: string;
	readonly clock: Clock;
	readonly random: RandomBytes;
}

/** The world outside of the mail system, running: platforms, SMS gateways, and a phone that uses them. */
export interface Sandbox {
	readonly origin: string;
	/** Where the phone's browser shows the portal. */
	readonly phoneOrigin: string;
	readonly inbox: TextInbox;
	readonly faults: Faults;
	/** What a portal has to be set to, to be its customer. */
	readonly settings: Readonly<Record<string, string>>;
	stop(): Promise<void>;
}

/** In the order of use: the second takes over when the first fails, which it does on demand. */
const gateways = ['aliyun', 'webhook'] as const;

const listen = async (app: Hono, port: number): Promise<ServerType> => {
	const server = createAdaptorServer({ fetch: app.fetch });
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return server;
};
const originOf = (server: ServerType): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const close = async (server: ServerType): Promise<void> => {
	const closed = once(server, 'close');
	server.close();
	// A page that is looked at keeps a stream open, and a fault may hold an answer.
	if ('closeAllConnections' in server) server.closeAllConnections();
	await closed;
};

/** `GET /messages?to=PHONE`: `+86 138 0013 8000`, `+8613800138000` (a bare plus in a query is a blank) or 13800138000. */
const isNumber = (to: string, asked: string): boolean => {
	const digits = asked.replace(/\D/g, '');
	return to === `+${digits}` || to === `+86${digits}`;
};

const lettersAndDigits = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Rejects when a port is taken. */
export const startSandbox = async ({ port, portalOrigin, clock, random }: SandboxOptions): Promise<Sandbox> => {
	const faults = createFaults();
	const inbox = createTextInbox(() => clock.now());
	const wechat = {
		appId: 'wx5d1e0c2b7a9f4836',
		appSecret: random(16).toString('hex'),
		domain: new URL(portalOrigin).hostname,
	};
	const dingtalk = {
		clientId: 'dingsandbox7k2m9qpv',
		clientSecret: randomText(random, lettersAndDigits, 64),
		redirectUrl: `${portalOrigin}/scan/return`,
	};

	const app = new Hono();
	const browser = new Hono();
	const server = await listen(app, port);
	const stops = [() => close(server)];
	const stop = async () => {
		faults.clear();
		await Promise.all(stops.splice(0).map((each) => each()));
	};
	const orStop = async (error: unknown) => {
		await stop();
		throw error;
	};
	const browserServer = await listen(browser, port && port + 1).catch(orStop);
	stops.push(() => close(browserServer));
	const sms = { inbox, faults, now: () => clock.now() };
	const smpp = await startSmppServer({ ...sms, account: smsAccounts.smpp, port: port && port + 2 }).catch(orStop);
	stops.push(() => smpp.stop());
	const origin = originOf(server);
	const phoneOrigin = originOf(browserServer);
	const platformPaths = [wechatAuthorisePath, dingtalkLoginPath];

	// The phone's frame asks as the desktop browser it is in: it is sent on to the phone's own.
	app.use(async (context, next) => {
		const { pathname, search } = new URL(context.req.url);
		const framed = context.req.header('Sec-Fetch-Dest') === 'iframe' && platformPaths.includes(pathname);
		return framed ? context.redirect(`${phoneOrigin}${pathname}${search}`) : next();
	});
	app.get('/messages', (context) => {
		const asked = context.req.query('to');
		return context.json(inbox.list().filter(({ to }) => asked === undefined || isNumber(to, asked)));
	});
	app.route('/', createFaultSwitches(faults));
	// Their SDKs stamp and sign with the machine's time.
	const signed = { ...sms, now: systemClock.now };
	app.route('/', createAliyunSms({ ...signed, account: smsAccounts.aliyun }));
	app.route('/', createTencentSms({ ...signed, account: smsAccounts.tencent }));
	app.route('/sms-webhook', createSmsWebhook({ ...sms, account: smsAccounts.webhook }));
	app.route('/', createWechatPlatform({ app: wechat, faults, clock, random }));
	app.route('/', createDingtalkPlatform({ app: dingtalk, faults, clock, random }));
	app.route('/', createPhonePage({ portalOrigin, phoneOrigin, sandboxOrigin: origin }));
	browser.route('/', createPhoneBrowser({ origin: phoneOrigin, portalOrigin, sandboxOrigin: origin, platformPaths }));

	return {
		origin,
		phoneOrigin,
		inbox,
		faults,
		settings: {
			...smsEnvironment({ origin, smppPort: smpp.port, gateways }),
			MAILWARD_WECHAT_APP_ID: wechat.appId,
			MAILWARD_WECHAT_APP_SECRET: wechat.appSecret,
			MAILWARD_WECHAT_AUTHORISE_ORIGIN: origin,
			MAILWARD_WECHAT_API_ORIGIN: origin,
			MAILWARD_DINGTALK_CLIENT_ID: dingtalk.clientId,
			MAILWARD_DINGTALK_CLIENT_SECRET: dingtalk.clientSecret,
			MAILWARD_DINGTALK_CORP_ID: campus.corpId,
			MAILWARD_DINGTALK_LOGIN_ORIGIN: origin,
			MAILWARD_DINGTALK_API_ORIGIN: origin,
		},
		stop,
	};
};
