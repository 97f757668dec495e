import type { Contract } from '@mailward/shared/contract/contract.ts';
import { contract } from '@mailward/shared/contract/contract.ts';
import type { Endpoint, Requires } from '@mailward/shared/contract/endpoint.ts';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import { type ClientInfo, clientInfo } from '../clients/client-info.ts';
import { DomainError } from '../domain-error.ts';
import type { PasswordVerified, Session, SetUpDue, SignedIn } from '../sessions/session.ts';
import type { ClientAddress } from './client-address.ts';
import { readDeviceCookie, writeDeviceCookie } from './device-cookie.ts';
import type { EventStreams, Watched } from './event-streams.ts';
import { readPhoneCookie, writePhoneCookie } from './phone-cookie.ts';
import { checkRequirements } from './requirements.ts';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts';

/** The sessions that can meet a requirement: handlers need no guards, since the type holds nothing else. */
interface SessionsMeeting {
	nobody: Session;
	'password-verified': PasswordVerified;
	'set-up-due': SetUpDue;
	'signed-in': SignedIn;
	'recently-verified': SignedIn;
	administrator: SignedIn;
}

type SessionFor<R extends Requires> = SessionsMeeting[R[number][number]];
type Body<E> = E extends { body: infer S extends z.ZodType } ? z.output<S> : undefined;
type Params<E> = E extends { params: infer S extends z.ZodType } ? z.output<S> : undefined;
type Answer<E> = E extends { response: infer S extends z.ZodType }
	? z.input<S>
	: E extends { events: infer S extends z.ZodType }
		? Watched<z.input<S>>
		: undefined;

/** One request, parsed, from a session that may make it. */
export interface Call<Key extends keyof Contract> {
	readonly session: SessionFor<Contract[Key]['requires']>;
	readonly body: Body<Contract[Key]>;
	readonly params: Params<Contract[Key]>;
	/** Where it comes from. */
	readonly client: ClientInfo;
	/** `User-Agent` as it came; empty without one. For guiding people, never for deciding. */
	readonly userAgent: string;
	/** What ties together the requests of a phone that has scanned a code; undefined on its first. */
	readonly phoneCookie: string | undefined;
	setPhoneCookie(token: string): void;
	/** The tokens by which this browser is trusted, as its cookie has them; undefined without any. */
	readonly deviceCookie: string | undefined;
	/** Gives the browser the tokens by which it is trusted from now on. */
	setDeviceCookie(tokens: string): void;
	/** Gives the browser the token of its new or promoted session; `undefined` takes the cookie away. */
	setSession(token: string | undefined): void;
}

export type Handler<Key extends keyof Contract> = (call: Call<Key>) => Promise<Answer<Contract[Key]>>;

/** A feature's part of the contract, to be spread into the whole. */
export type Handlers<Key extends keyof Contract> = { readonly [K in Key]: Handler<K> };

const parse = (schema: z.ZodType, value: unknown): unknown => {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const field = parsed.error.issues[0]?.path.join('.');
	throw new DomainError('request.malformed', field ? { field } : {});
};

/** No name of ours holds control characters, and PostgreSQL takes no NUL: whatever is asked for so is not there. */
const readParams = (context: Context): Record<string, string> => {
	const params = context.req.param();
	if (Object.values(params).some((value) => /\p{Cc}/u.test(value))) throw new DomainError('request.not_found', {});
	return params;
};

const readJson = async (context: Context): Promise<unknown> => {
	const type = context.req.header('Content-Type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) throw new DomainError('request.malformed', {});
	try {
		return await context.req.json();
	} catch (error) {
		if (error instanceof SyntaxError) throw new DomainError('request.malformed', {});
		throw error;
	}
};

/** `unattended`: nobody need be there for it to be asked, so it does not keep an idle session alive. */
export type LoadSession = (
	token: string | undefined,
	client: ClientInfo,
	how: { unattended: boolean },
) => Promise<Session>;

/**
 * Binds every endpoint of the contract: load the session, check what it requires, parse, run, answer. In that order, so
 * that whoever may not call an endpoint learns nothing about the form it wants.
 */
export const serve = (
	app: Hono,
	handlers: Handlers<keyof Contract>,
	parts: {
		loadSession: LoadSession;
		clientAddress: ClientAddress;
		streams: EventStreams;
	},
): void => {
	for (const [key, declared] of Object.entries(contract)) {
		const endpoint: Endpoint = declared;
		const [method = '', path = ''] = key.split(' ');
		// What a page asks again and again by itself is no sign that somebody sits before it (promise 14).
		const unattended = endpoint.events !== undefined || path.endsWith('/progress');
		// The handler of this very key; the mapped type of `Handlers` is what makes the pairing sound.
		const run = handlers[key as keyof Contract] as unknown as (call: unknown) => Promise<unknown>;
		app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
			const client = clientInfo(context.req.header('User-Agent'), parts.clientAddress(context));
			const load = async () => {
				const session = await parts.loadSession(readSessionCookie(context), client, { unattended });
				checkRequirements(endpoint.requires, session);
				return session;
			};
			const session = await load();
			const answer = await run({
				session,
				params: endpoint.params && parse(endpoint.params, readParams(context)),
				body: endpoint.body && parse(endpoint.body, await readJson(context)),
				client,
				userAgent: context.req.header('User-Agent') ?? '',
				phoneCookie: readPhoneCookie(context),
				setPhoneCookie: (token: string) => writePhoneCookie(context, token),
				deviceCookie: readDeviceCookie(context),
				setDeviceCookie: (tokens: string) => writeDeviceCookie(context, tokens),
				setSession: (token: string | undefined) =>
					token === undefined ? clearSessionCookie(context) : writeSessionCookie(context, token),
			});
			if (endpoint.events !== undefined) {
				const { read, ...watched } = answer as Watched<unknown>;
				// Hono answers HEAD by GET; nobody would ever read, or close, such a stream.
				if (context.req.method === 'HEAD') return context.body(null, 200, { 'Content-Type': 'text/event-stream' });
				// Judged anew each time: a stream tells nothing to a session that has ended or moved on.
				const readAsCaller = async () => {
					await load();
					return read();
				};
				return parts.streams.open(context, { ...watched, read: readAsCaller });
			}
			return endpoint.response === undefined ? context.body(null, 204) : context.json(answer as object);
		});
	}
};
