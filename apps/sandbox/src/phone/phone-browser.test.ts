import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userAgents } from './apps.ts';
import { createPhoneBrowser } from './phone-browser.ts';

const servers: ServerType[] = [];
const listen = async (app: Hono): Promise<string> => {
	const server = createAdaptorServer({ fetch: app.fetch });
	servers.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Echoes what it was asked with, as a portal that lets nobody frame it. */
const echo = (context: Context) => {
	context.header('X-Frame-Options', 'DENY');
	context.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; script-src 'self'");
	return context.json({ ...context.req.header(), url: context.req.url, method: context.req.method });
};

let origin: string;
let portalOrigin: string;
let sandboxOrigin: string;
let streamEnded: Promise<void>;

beforeAll(async () => {
	const portal = new Hono();
	const sandbox = new Hono();
	const browser = new Hono();
	origin = await listen(browser);
	portalOrigin = await listen(portal);
	sandboxOrigin = await listen(sandbox);
	browser.route('/', createPhoneBrowser({ origin, portalOrigin, sandboxOrigin, platformPaths: ['/platform'] }));

	portal.get('/cookie', (context) => {
		context.header('Set-Cookie', '__Host-phone=one; Path=/; Secure; HttpOnly; SameSite=Lax', { append: true });
		context.header('Set-Cookie', 'other=two; Path=/', { append: true });
		return context.text('');
	});
	portal.get('/no-cookie', (context) => {
		context.header('Set-Cookie', '__Host-phone=; Max-Age=0; Path=/; Secure');
		return context.text('');
	});
	portal.get('/away', (context) => context.redirect(`${sandboxOrigin}/platform?state=1#there`));
	portal.post('/echo-body', async (context) => context.text(await context.req.text()));
	portal.get('/events', (context) => {
		const { promise, resolve } = Promise.withResolvers<void>();
		streamEnded = promise;
		return streamSSE(context, async (stream) => {
			stream.onAbort(resolve);
			await stream.writeSSE({ data: 'first' });
			await promise;
		});
	});
	portal.all('*', echo);
	sandbox.get('/platform', (context) => context.redirect(`${portalOrigin}/scan/return?code=1`));
});
afterAll(async () => {
	for (const server of servers) {
		server.close();
		if ('closeAllConnections' in server) server.closeAllConnections();
	}
});

const ask = (path: string, cookie = '', init: RequestInit = {}) =>
	fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers: { Cookie: cookie, ...init.headers } });
const asked = async (...parameters: Parameters<typeof ask>) =>
	(await (await ask(...parameters)).json()) as Record<string, string>;

describe("the phone's browser", () => {
	it('names itself as the app in front', async () => {
		expect((await asked('/', 'phone_app=wechat'))['user-agent']).toBe(userAgents.wechat);
		expect((await asked('/', 'phone_app=dingtalk'))['user-agent']).toBe(userAgents.dingtalk);
		expect((await asked('/'))['user-agent']).toBe(userAgents.browser);
	});

	it("speaks the phone's language", async () => {
		expect((await asked('/', 'phone_language=zh'))['accept-language']).toMatch(/^zh-CN/);
		expect((await asked('/', 'phone_language=en'))['accept-language']).toMatch(/^en/);
	});

	it('asks from the place that the portal knows', async () => {
		const headers = { Origin: origin, Referer: `${origin}/scan/1`, 'Sec-Fetch-Site': 'same-origin' };
		expect(await asked('/x?y=1', '', { method: 'POST', headers, body: '{}' })).toMatchObject({
			method: 'POST',
			url: `${portalOrigin}/x?y=1`,
			origin: portalOrigin,
			referer: `${portalOrigin}/scan/1`,
			'sec-fetch-site': 'same-origin',
		});
		const foreign = { Origin: 'https://elsewhere.example' };
		expect((await asked('/x', '', { method: 'POST', headers: foreign, body: '' })).origin).toBe(foreign.Origin);
	});

	it('passes bodies on as they are', async () => {
		const answer = await ask('/echo-body', '', { method: 'POST', body: '邮卫 {"a": 1}' });
		expect(await answer.text()).toBe('邮卫 {"a": 1}');
	});

	it('keeps the cookies of each app and person to itself', async () => {
		const lin = 'phone_app=wechat; wechat_person=lin';
		const given = await ask('/cookie', lin);
		expect(given.headers.get('set-cookie')).toBeNull();
		expect((await asked('/', lin)).cookie).toBe(`${lin}; __Host-phone=one; other=two`);
		for (const other of ['phone_app=wechat; wechat_person=chen', 'phone_app=dingtalk; dingtalk_person=lin']) {
			expect((await asked('/', other)).cookie).toBe(other);
		}
		await ask('/no-cookie', lin);
		expect((await asked('/', lin)).cookie).toBe(`${lin}; other=two`);
	});

	it('goes to the platforms and back without leaving the phone', async () => {
		const away = await ask('/away');
		expect(away.headers.get('location')).toBe(`${origin}/platform?state=1#there`);
		const back = await ask('/platform?state=1');
		expect(back.headers.get('location')).toBe(`${origin}/scan/return?code=1`);
	});

	it('may be framed, and is else as strict as the portal', async () => {
		const { headers } = await ask('/');
		expect(headers.get('x-frame-options')).toBeNull();
		expect(headers.get('content-security-policy')).toBe("default-src 'none';  script-src 'self'");
	});

	it('passes streams on as they come, and ends them with the page', async () => {
		const leaving = new AbortController();
		const answer = await ask('/events', '', { signal: leaving.signal });
		const reader = answer.body?.getReader();
		const { value } = (await reader?.read()) ?? {};
		expect(Buffer.from(value ?? []).toString()).toContain('data: first');
		leaving.abort();
		await streamEnded;
	});

	it('says so when nobody is there', async () => {
		const browser = createPhoneBrowser({
			origin,
			portalOrigin: 'http://127.0.0.1:9',
			sandboxOrigin,
			platformPaths: [],
		});
		expect((await browser.request('/')).status).toBe(502);
	});
});
