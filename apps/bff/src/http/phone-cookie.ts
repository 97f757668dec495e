import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const name = 'mailward-phone';
const options = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export const readPhoneCookie = (context: Context): string | undefined => getCookie(context, name, 'host');

/** Ties together what one phone does with a QR code. Lives as long as the app's browser runs, and opens nothing. */
export const writePhoneCookie = (context: Context, token: string): void => setCookie(context, name, token, options);
