import type { Hono } from 'hono';

/** What a mail server learns at a door, whichever it asked. */
export interface DoorAnswer {
	readonly verdict: 'accepted' | 'refused' | 'unavailable';
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
}

/** One log-in of a mail app, as it reaches the internal listener. */
export interface DoorQuestion {
	readonly user: string;
	readonly password: string;
	/** `imap`, `pop3` or `smtp`. */
	readonly protocol?: string;
	readonly clientAddress?: string;
}

/** The ways in: nginx's `auth_http`, Dovecot's Lua passdb, and Dovecot's OAuth2 password grant. */
export const doorNames = ['nginx', 'lua', 'grant'] as const;
export type DoorName = (typeof doorNames)[number];

export type AskDoor = (question: DoorQuestion) => Promise<DoorAnswer>;

/** What nginx does to a name or password before it puts it into a header: %-escapes, and raw bytes for the rest. */
export const asNginxSends = (text: string): string =>
	Buffer.from(
		text.replace(/[ %\r\n]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`),
	).toString('latin1');

export const createDoors = (app: Hono, key: string): Record<DoorName, AskDoor> => {
	const authorised = { Authorization: `Bearer ${key}` };
	const answer = async (
		response: Response,
		verdictOf: (text: string, headers: Headers) => DoorAnswer['verdict'],
	): Promise<DoorAnswer> => {
		const { status, headers } = response;
		const text = await response.text();
		return { verdict: verdictOf(text, headers), status, headers, text };
	};

	return {
		async nginx({ user, password, protocol = 'imap', clientAddress = '198.51.100.20' }) {
			const response = await app.request('/mail-login/nginx', {
				headers: {
					...authorised,
					'Auth-Method': 'plain',
					'Auth-User': asNginxSends(user),
					'Auth-Pass': asNginxSends(password),
					'Auth-Protocol': protocol,
					'Auth-Login-Attempt': '1',
					'Client-IP': clientAddress,
				},
			});
			return answer(response, (_text, headers) => {
				const status = headers.get('Auth-Status') ?? '';
				if (status === 'OK') return 'accepted';
				return /Temporary/.test(status) ? 'unavailable' : 'refused';
			});
		},
		async lua({ user, password, protocol = 'imap', clientAddress = '198.51.100.20' }) {
			const response = await app.request('/mail-login/dovecot', {
				method: 'POST',
				headers: { ...authorised, 'Content-Type': 'application/json' },
				body: JSON.stringify({ user, password, service: protocol, remoteAddress: clientAddress }),
			});
			return answer(response, (text) => (JSON.parse(text) as { result: DoorAnswer['verdict'] }).result);
		},
		async grant({ user, password, protocol = 'imap', clientAddress = '198.51.100.20' }) {
			const response = await app.request('/mail-login/token', {
				method: 'POST',
				headers: {
					...authorised,
					'Content-Type': 'application/x-www-form-urlencoded',
					'X-Dovecot-Auth-Service': protocol,
					'X-Dovecot-Auth-Remote': `${clientAddress}:53296`,
				},
				body: new URLSearchParams({ grant_type: 'password', username: user, password }).toString(),
			});
			const verdicts: Readonly<Record<number, DoorAnswer['verdict']>> = { 200: 'accepted', 400: 'refused' };
			return answer(response, () => verdicts[response.status] ?? 'unavailable');
		},
	};
};
