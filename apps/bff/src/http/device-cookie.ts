import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const name = 'mailward-device';
const options = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export const readDeviceCookie = (context: Context): string | undefined => getCookie(context, name, 'host');

/**
 * Outlives the browser's run, unlike the session's. `life` in milliseconds only tidies up: what the token is worth is the
 * server's business.
 */
export const writeDeviceCookie = (context: Context, device: { token: string; life: number }): void =>
	setCookie(context, name, device.token, { ...options, maxAge: Math.floor(device.life / 1000) });
