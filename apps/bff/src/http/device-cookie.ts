import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const name = 'mailward-device';
const options = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export const readDeviceCookie = (context: Context): string | undefined => getCookie(context, name, 'host');

/** The longest a browser keeps a cookie, in seconds (RFC 6265bis, 5.5): 400 days. */
const longest = 400 * 24 * 60 * 60;

/**
 * Outlives the browser's run, unlike the session's. It holds the tokens of several accounts; what each is worth and for
 * how long is the server's business.
 */
export const writeDeviceCookie = (context: Context, tokens: string): void =>
	setCookie(context, name, tokens, { ...options, maxAge: longest });
