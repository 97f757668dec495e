import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { mailAppName } from './mail-app-name.ts';
import type { MailLogin } from './mail-login.ts';

/** Dovecot's service names; Postfix asks as `smtp`. Everything else (sieve, doveadm...) is `other`. */
const protocols: ReadonlyMap<string, MailProtocol> = new Map([
	['imap', 'imap'],
	['pop3', 'pop3'],
	['submission', 'submission'],
	['smtp', 'submission'],
]);

const protocolOf = (service: string | undefined): MailProtocol =>
	protocols.get(service?.toLowerCase() ?? '') ?? 'other';

const luaQuestion = z.object({
	user: z.string(),
	password: z.string(),
	service: z.string().optional(),
	remoteAddress: z.string().optional(),
	clientId: z.string().optional(),
});

/** A body that is not UTF-8 is decided as a refusal, not mended with replacement characters. */
const textOf = (bytes: ArrayBuffer): string | undefined => {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
};

const json = (text: string | undefined): unknown => {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
};

/** Invalid escapes and bytes that are not UTF-8 give undefined, which matches nothing. */
const formField = (form: string, name: string): string | undefined => {
	for (const pair of form.split('&')) {
		// A value may hold further equals signs; cut at one of them, a wrong password could become a right one.
		if (!pair.startsWith(`${name}=`)) continue;
		const value = pair.slice(name.length + 1);
		try {
			return decodeURIComponent(value.replaceAll('+', ' '));
		} catch {
			return undefined;
		}
	}
	return undefined;
};

/** `10.2.3.4:53296` or `[::1]:60190`, the form of Dovecot's `X-Dovecot-Auth-Remote`. */
const hostOf = (addressAndPort: string | undefined): string =>
	addressAndPort?.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1') ?? '';

/** Dovecot's own door: JSON for our Lua passdb, and the OAuth2 password grant for Dovecot's asynchronous one. */
export const dovecotDoor = (mailLogin: MailLogin): Hono => {
	const control = /\p{Cc}/u;
	const ask = (
		user: string,
		password: string,
		from: { service: string | undefined; clientAddress: string; app: string },
	) =>
		mailLogin({
			user: control.test(user) ? '' : user,
			password: control.test(password) ? '' : password,
			protocol: protocolOf(from.service),
			clientAddress: from.clientAddress,
			app: from.app,
		});

	return new Hono()
		.post('/mail-login/dovecot', async (context) => {
			const question = luaQuestion.safeParse(json(textOf(await context.req.arrayBuffer())));
			const { user = '', password = '', service, remoteAddress: clientAddress = '', clientId } = question.data ?? {};
			const verdict = await ask(user, password, { service, clientAddress, app: mailAppName(clientId) });
			if (verdict.result === 'unavailable') return context.json(verdict, 503);
			return context.json(
				verdict.result === 'accepted' ? { result: 'accepted', user: verdict.address } : { result: 'refused' },
			);
		})
		.post('/mail-login/token', async (context) => {
			// RFC 6749, 4.3. The client's own credentials have been checked with the secret of the mail doors.
			const form = textOf(await context.req.arrayBuffer()) ?? '';
			const user = formField(form, 'username') ?? '';
			const password = formField(form, 'password') ?? '';
			const service = context.req.header('X-Dovecot-Auth-Service');
			const clientAddress = hostOf(context.req.header('X-Dovecot-Auth-Remote'));
			// This client of Dovecot's does not pass on what a mail app calls itself.
			const verdict = await ask(user, password, { service, clientAddress, app: '' });
			if (verdict.result === 'unavailable') return context.json({ error: 'temporarily_unavailable' }, 503);
			if (verdict.result === 'refused') return context.json({ error: 'invalid_grant' }, 400);
			// Dovecot wants a token and uses it for nothing; this one opens nothing.
			return context.json({ access_token: 'none', token_type: 'Bearer', username: verdict.address });
		});
};
