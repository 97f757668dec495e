import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** `__Host-`: set by this host only, for all of it, over TLS (or localhost) only (RFC 6265bis, 4.1.3.2). */
const name = 'mailward';
const options = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export const readSessionCookie = (context: Context): string | undefined => getCookie(context, name, 'host');

/** Lives as long as the browser runs: how long the session lives is the server's business. */
export const writeSessionCookie = (context: Context, token: string): void => setCookie(context, name, token, options);

export const clearSessionCookie = (context: Context): void => {
	deleteCookie(context, name, options);
};
