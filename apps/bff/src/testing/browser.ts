import type { Contract } from '@mailward/shared/contract/contract.ts';
import type { ErrorCode } from '@mailward/shared/errors.ts';
import type { Hono } from 'hono';
import type { z } from 'zod';

type BodyOf<E> = E extends { body: infer S extends z.ZodType } ? { body: z.input<S> } : { body?: never };
type ParamsOf<E> = E extends { params: infer S extends z.ZodType } ? { params: z.input<S> } : { params?: never };
type Input<Key extends keyof Contract> = BodyOf<Contract[Key]> & ParamsOf<Contract[Key]>;
type InputArguments<Key extends keyof Contract> =
	Record<never, never> extends Input<Key> ? [input?: Input<Key>] : [input: Input<Key>];
type ResponseOf<E> = E extends { response: infer S extends z.ZodType } ? z.output<S> : undefined;

/** What came back. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** The code of a refusal; undefined for anything else. */
	readonly code: ErrorCode | undefined;
	/** What travelled beside the code. */
	readonly details: Readonly<Record<string, unknown>>;
	/** Parsed JSON; undefined where there is none. */
	readonly json: unknown;
}

/** A browser of the portal: keeps its cookies, and says where its requests come from. */
export interface Browser {
	/** One call of the contract, as the portal's own pages make it. */
	call<Key extends keyof Contract>(key: Key, ...input: InputArguments<Key>): Promise<Answer>;
	/** The same, for calls that must succeed: the response itself, or an exception that tells what came instead. */
	must<Key extends keyof Contract>(key: Key, ...input: InputArguments<Key>): Promise<ResponseOf<Contract[Key]>>;
	/** Any request, with the cookies but without the headers that our own pages send. */
	send(path: string, init?: RequestInit): Promise<Answer>;
	/** The same, answered as soon as the answer begins: for event streams. */
	open(path: string, init?: RequestInit): Promise<Response>;
	/** The session's token, as the cookie carries it. */
	token(): string | undefined;
	setToken(token: string | undefined): void;
	/** What makes this browser a trusted device, as the cookie carries it. */
	deviceToken(): string | undefined;
	setDeviceToken(token: string | undefined): void;
	/** What ties together what this browser does with a QR code it has scanned, as the cookie carries it. */
	phoneToken(): string | undefined;
	setPhoneToken(token: string | undefined): void;
	/** A second browser with the same cookies: what a stolen cookie, or a second tab, amounts to. */
	copy(): Browser;
}

export const sessionCookie = '__Host-mailward';
export const deviceCookie = '__Host-mailward-device';
export const phoneCookie = '__Host-mailward-phone';

/** One browser's kind, as browsers of that kind say it of themselves. */
export const firefoxOnLinux = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** What `@hono/node-server` hands to the app beside a request. */
const connectionFrom = (remoteAddress: string) => ({
	incoming: {
		socket: { remoteAddress, remotePort: 40_000, remoteFamily: remoteAddress.includes(':') ? 'IPv6' : 'IPv4' },
	},
});

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

const toAnswer = async (response: Response): Promise<Answer> => {
	const text = await response.text();
	const json = parsed(text);
	const { error } = (json ?? {}) as { error?: { code: ErrorCode; details: Record<string, unknown> } };
	return {
		status: response.status,
		headers: response.headers,
		text,
		code: error?.code,
		details: error?.details ?? {},
		json,
	};
};

/** `address` is where the browser's connections come from; `userAgent` what it says of itself. */
export const createBrowser = (
	app: Pick<Hono, 'request'>,
	origin: string,
	address = '203.0.113.7',
	userAgent = firefoxOnLinux,
	kept: Readonly<Record<string, string>> = {},
): Browser => {
	const jar = new Map(Object.entries(kept));
	const put = (name: string, value: string | undefined) => {
		if (value === undefined || value === '') jar.delete(name);
		else jar.set(name, value);
	};

	const open: Browser['open'] = async (path, init = {}) => {
		const headers = new Headers(init.headers);
		if (jar.size > 0 && !headers.has('Cookie')) {
			headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
		}
		if (!headers.has('User-Agent')) headers.set('User-Agent', userAgent);
		const response = await app.request(`${origin}${path}`, { ...init, headers }, connectionFrom(address));
		for (const cookie of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			if (name !== undefined) put(name, value === undefined ? undefined : decodeURIComponent(value));
		}
		return response;
	};
	const send: Browser['send'] = async (path, init) => toAnswer(await open(path, init));

	const call: Browser['call'] = (key, ...[input]) => {
		const [method = '', template = ''] = key.split(' ');
		const { body, params = {} } = (input ?? {}) as { body?: unknown; params?: Record<string, string> };
		const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
		return send(path, {
			method,
			headers: { Origin: origin, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
	};

	return {
		call,
		async must(key, ...input) {
			const answer = await call(key, ...input);
			if (answer.status >= 300) throw new Error(`${key} answered ${answer.status} ${answer.text}`);
			return answer.json as never;
		},
		send,
		open,
		token: () => jar.get(sessionCookie),
		setToken: (token) => put(sessionCookie, token),
		deviceToken: () => jar.get(deviceCookie),
		setDeviceToken: (token) => put(deviceCookie, token),
		phoneToken: () => jar.get(phoneCookie),
		setPhoneToken: (token) => put(phoneCookie, token),
		copy: () => createBrowser(app, origin, address, userAgent, Object.fromEntries(jar)),
	};
};
