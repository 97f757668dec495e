import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import { Hono } from 'hono';
import type { MailLogin, MailLoginVerdict } from './mail-login.ts';

/** Where nginx sends a connection that may pass. */
export interface Upstream {
	/** An IP address: nginx takes no host names here. */
	readonly host: string;
	readonly port: number;
}

export interface NginxUpstreams {
	readonly imap: Upstream;
	readonly pop3: Upstream;
	readonly submission: Upstream;
	/** A master credential of the server behind nginx; without one it is asked with what the mail app sent. */
	readonly master: { readonly user: string; readonly password: string } | undefined;
}

const protocols: ReadonlyMap<string, keyof Omit<NginxUpstreams, 'master'> & MailProtocol> = new Map([
	['imap', 'imap'],
	['pop3', 'pop3'],
	['smtp', 'submission'],
]);

/** After this many attempts on one connection nginx is told to close it, by leaving `Auth-Wait` out. */
const attemptsOnConnection = 10;

/**
 * nginx escapes blank, %, CR and LF as %XX and sends other bytes raw, which Node reads as Latin-1. Undefined for what is
 * not UTF-8, or carries control characters: no mail app's name or password, so it is refused rather than guessed at.
 */
const decode = (header: string | undefined): string | undefined => {
	if (header === undefined) return undefined;
	const bytes = Buffer.from(
		header.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
		'latin1',
	);
	const text = bytes.toString('utf8');
	return Buffer.from(text, 'utf8').equals(bytes) && !/\p{Cc}/u.test(text) ? text : undefined;
};

/** nginx hands on what it reads from a header byte for byte, undoing no escape; Node writes headers as Latin-1. */
const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** The refusal in the form that each protocol carries to people (RFC 5530, RFC 3206, RFC 4954). */
const refusal = (protocol: string, text: string): Record<string, string> => {
	if (protocol === 'smtp') return { 'Auth-Status': text, 'Auth-Error-Code': '534 5.7.9' };
	return { 'Auth-Status': protocol === 'pop3' ? `[AUTH] ${text}` : `[ALERT] ${text}` };
};

const temporary = (protocol: string): Record<string, string> => {
	const text = 'Temporary authentication failure, try again later';
	if (protocol === 'smtp') return { 'Auth-Status': text, 'Auth-Error-Code': '454 4.7.0' };
	return { 'Auth-Status': protocol === 'pop3' ? `[SYS/TEMP] ${text}` : `[UNAVAILABLE] ${text}` };
};

/**
 * nginx `auth_http` (ngx_mail_auth_http_module): the question in request headers, the answer in response headers, always
 * under status 200, since anything else makes nginx call itself broken to the mail app.
 */
export const nginxAuthHttp = (mailLogin: MailLogin, upstreams: NginxUpstreams, text: string): Hono => {
	const answer = (verdict: MailLoginVerdict, protocol: string, password: string, attempt: number) => {
		const upstream = protocols.get(protocol);
		if (verdict.result === 'unavailable' || upstream === undefined) return temporary(protocol);
		if (verdict.result === 'refused') {
			return { ...refusal(protocol, text), ...(attempt < attemptsOnConnection ? { 'Auth-Wait': '1' } : {}) };
		}
		const { host, port } = upstreams[upstream];
		const { master } = upstreams;
		return {
			'Auth-Status': 'OK',
			'Auth-Server': host,
			'Auth-Port': String(port),
			'Auth-User': asBytes(master === undefined ? verdict.address : `${verdict.address}*${master.user}`),
			'Auth-Pass': asBytes(master?.password ?? password),
		};
	};

	return new Hono().get('/mail-login/nginx', async (context) => {
		const protocol = (context.req.header('Auth-Protocol') ?? '').toLowerCase();
		const user = decode(context.req.header('Auth-User'));
		const password = decode(context.req.header('Auth-Pass'));
		const attempt = Number(context.req.header('Auth-Login-Attempt') ?? 1);
		const verdict = await mailLogin({
			// What cannot be read cannot match; the rule still takes its time over it.
			user: user ?? '',
			password: password ?? '',
			protocol: protocols.get(protocol) ?? 'other',
			clientAddress: context.req.header('Client-IP') ?? '',
			// nginx keeps to itself what a mail app calls itself.
			app: '',
		});
		return context.body(null, 200, answer(verdict, protocol, password ?? '', attempt));
	});
};
