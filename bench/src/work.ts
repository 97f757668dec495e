import type { Answer } from './connection.ts';
import { addressOf, type Material, webPassword } from './material.ts';
import { passwordsAnAccount } from './scale.ts';
import { mailKey, publicOrigin } from './settings.ts';
import { totpCode } from './totp-code.ts';

/** One request, and what it takes for its answer to count. */
export interface Errand {
	readonly request: string;
	/** Kept waiting on purpose, so that how long it takes says nothing. */
	readonly held?: true;
	isRight(answer: Answer): boolean;
}

/** Gives a new request each time; undefined when there is none left. */
export type Work = () => Errand | undefined;

/** A mail login as nginx asks about it. */
const askedByNginx = (account: number, password: string, clientAddress: string): string =>
	[
		'GET /mail-login/nginx HTTP/1.1',
		'Host: 127.0.0.1',
		'Auth-Method: plain',
		`Auth-User: ${addressOf(account)}`,
		`Auth-Pass: ${password}`,
		'Auth-Protocol: imap',
		'Auth-Login-Attempt: 1',
		`Client-IP: ${clientAddress}`,
		`Authorization: Bearer ${mailKey}`,
		'',
		'',
	].join('\r\n');

const isAccepted = ({ status, head }: Answer): boolean => status === 200 && /\r\nauth-status: OK\r\n/i.test(head);
const isRefused = ({ status, head }: Answer): boolean => status === 200 && /\r\nauth-status: \[ALERT\]/i.test(head);

/** Mail logins of accounts and client passwords picked at random (`random`: 0 to below 1). */
export const verdicts = (material: Material, random: () => number): Work => {
	return () => {
		const account = Math.floor(random() * material.accounts);
		const password = material.password(account, Math.floor(random() * passwordsAnAccount));
		return { request: askedByNginx(account, password, `192.0.2.${account % 250}`), isRight: isAccepted };
	};
};

/** Mail logins of all accounts, `each` times, in any order; the first `stale` accounts send the web password. */
export const mailLogins = (
	material: Material,
	{ stale, each }: { stale: number; each: number },
	random: () => number,
): Work => {
	const order = Array.from({ length: material.accounts * each }, (_, index) => ({
		account: index % material.accounts,
		place: random(),
	}))
		.toSorted((one, other) => one.place - other.place)
		.values();
	return () => {
		const next = order.next().value;
		if (next === undefined) return undefined;
		const { account } = next;
		const address = `10.${account >> 8}.${account & 255}.9`;
		if (account < stale) {
			return { request: askedByNginx(account, webPassword, address), held: true, isRight: isRefused };
		}
		return { request: askedByNginx(account, material.password(account, 0), address), isRight: isAccepted };
	};
};

const sessionCookie = '__Host-mailward';
const newToken = new RegExp(`\\r\\nset-cookie: ${sessionCookie}=([\\w-]{43});`, 'i');

/** The last step of a sign-in: the right code, from a browser that stands in front of it. Each only once. */
export const signIns = (material: Material, now: () => number): Work => {
	const tickets = material.signIns.values();
	return () => {
		const ticket = tickets.next().value;
		if (ticket === undefined) return undefined;
		const { token, challenge, secret } = ticket;
		const body = JSON.stringify({ code: totpCode(secret, now()) });
		const request = [
			`POST /api/challenges/${challenge}/answer HTTP/1.1`,
			'Host: localhost',
			`Origin: ${publicOrigin}`,
			'Sec-Fetch-Site: same-origin',
			'Content-Type: application/json',
			`Content-Length: ${body.length}`,
			`Cookie: ${sessionCookie}=${token}`,
			'',
			body,
		].join('\r\n');
		const isRight = ({ status, head }: Answer) => {
			const given = newToken.exec(head)?.[1];
			return status === 200 && given !== undefined && given !== token;
		};
		return { request, isRight };
	};
};
