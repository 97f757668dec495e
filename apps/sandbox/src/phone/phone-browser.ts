import { type Context, Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { languageOf } from '../languages.ts';
import { holderOf, userAgents } from './apps.ts';
import { type CookieJar, createCookieJar } from './cookie-jar.ts';

/** Where the phone's browser is seen, and what it is in front of. */
export interface PhoneBrowserOptions {
	/** Its own origin, by which the phone's page frames it. */
	readonly origin: string;
	readonly portalOrigin: string;
	readonly sandboxOrigin: string;
	/** Paths of the pages that the platforms show; all others are the portal's. */
	readonly platformPaths: readonly string[];
}

const acceptLanguage = { zh: 'zh-CN,zh;q=0.9', en: 'en-GB,en;q=0.9' } as const;

/** The portal lets nobody frame it; a phone's browser shows it all the same. */
const letFrame = (headers: Headers): void => {
	headers.delete('x-frame-options');
	const policy = headers.get('content-security-policy');
	if (policy !== null) headers.set('content-security-policy', policy.replace(/frame-ancestors[^;]*;?/, ''));
};

/**
 * A browser on a phone, played by a reverse proxy: a page in the frame of any desktop browser is asked for as the app in
 * front would, with that app's name and the cookies of whoever holds the phone.
 */
export const createPhoneBrowser = (options: PhoneBrowserOptions): Hono => {
	const { origin, portalOrigin, sandboxOrigin, platformPaths } = options;
	const jars = new Map<string, CookieJar>();
	const jarOf = (holder: string): CookieJar => {
		const jar = jars.get(holder) ?? createCookieJar();
		jars.set(holder, jar);
		return jar;
	};

	const requestHeaders = (context: Context, target: string, jar: CookieJar): Headers => {
		const headers = new Headers(context.req.raw.headers);
		for (const name of ['host', 'connection', 'sec-fetch-dest']) headers.delete(name);
		headers.set('user-agent', userAgents[holderOf(context).app]);
		headers.set('accept-language', acceptLanguage[languageOf(context)]);
		for (const name of ['origin', 'referer']) {
			const value = headers.get(name);
			if (value?.startsWith(origin)) headers.set(name, value.replace(origin, target));
		}
		// What pages write themselves is in the browser that shows them.
		const cookies = [context.req.header('cookie'), target === portalOrigin ? jar.header() : ''].filter(Boolean);
		headers.set('cookie', cookies.join('; '));
		return headers;
	};

	const responseHeaders = (answer: Response, jar: CookieJar): Headers => {
		const headers = new Headers(answer.headers);
		jar.store(headers.getSetCookie());
		headers.delete('set-cookie');
		letFrame(headers);
		const location = headers.get('location');
		for (const site of [portalOrigin, sandboxOrigin]) {
			if (location?.startsWith(`${site}/`)) headers.set('location', location.replace(site, origin));
		}
		return headers;
	};

	const app = new Hono();
	app.all('*', async (context) => {
		const { pathname, search } = new URL(context.req.url);
		const target = platformPaths.includes(pathname) ? sandboxOrigin : portalOrigin;
		const jar = jarOf(holderOf(context).holder);
		try {
			const answer = await proxy(`${target}${pathname}${search}`, {
				raw: context.req.raw,
				headers: requestHeaders(context, target, jar),
				redirect: 'manual',
				// A body that is given up by its reader ends the request; ending both ways makes an error of it.
				signal: null,
			});
			return new Response(answer.body, { status: answer.status, headers: responseHeaders(answer, jar) });
		} catch {
			return context.text(`${target} does not answer.`, 502);
		}
	});
	return app;
};
