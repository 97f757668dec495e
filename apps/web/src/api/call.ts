import type { Contract } from '@mailward/shared/contract/contract.ts';
import type { ErrorBody } from '@mailward/shared/errors.ts';
import { ApiError, type Problem } from './problem.ts';
import { noteServerDate } from './server-clock.ts';

export type EndpointName = keyof Contract & string;

/** The JSON an endpoint answers with; `undefined` for those that answer 204. */
export type Answer<K extends EndpointName> = Contract[K] extends { response: { _output: infer R } } ? R : undefined;

type BodyOf<K extends EndpointName> = Contract[K] extends { body: { _input: infer B } } ? { body: B } : unknown;
type ParamsOf<K extends EndpointName> = Contract[K] extends { params: { _input: infer P } } ? { params: P } : unknown;

/** What an endpoint must be given: a `body`, `params` for the `{…}` in its path, both, or nothing. */
export type Request<K extends EndpointName> = BodyOf<K> & ParamsOf<K>;

type Given<K extends EndpointName> = unknown extends Request<K> ? [] : [request: Request<K>];

/** Milliseconds after which a request without an answer counts as `offline`. */
const patience = 15_000;

type Listener = (problem: Problem) => void;
const listeners = new Set<Listener>();

/** Tells of every refusal, whoever asked; returns how to stop. The session listens for the end of itself. */
export const onRefusal = (listener: Listener): (() => void) => {
	listeners.add(listener);
	return () => listeners.delete(listener);
};

const isErrorBody = (body: unknown): body is ErrorBody =>
	typeof body === 'object' &&
	body !== null &&
	'error' in body &&
	typeof body.error === 'object' &&
	body.error !== null &&
	'code' in body.error &&
	typeof body.error.code === 'string';

/** `METHOD /path/{id}` and its parameters to the two things `fetch` wants. */
export const addressOf = (endpoint: string, params: Readonly<Record<string, string>>) => {
	const space = endpoint.indexOf(' ');
	const path = endpoint.slice(space + 1).replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = params[name];
		if (value === undefined) throw new Error(`${endpoint} is called without its {${name}}`);
		return encodeURIComponent(value);
	});
	return { method: endpoint.slice(0, space), path };
};

const send = async (method: string, path: string, body: unknown): Promise<Response> => {
	try {
		return await fetch(path, {
			method,
			credentials: 'same-origin',
			cache: 'no-store',
			// An act is done whether or not its page is still there, and its answer may bring the cookie of the session's new id.
			keepalive: method !== 'GET',
			// Phones before 2022 do not know it; there the browser's own patience counts.
			signal: AbortSignal.timeout?.(patience) ?? null,
			headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	} catch {
		throw new ApiError({ code: 'offline', details: {} });
	}
};

const readJson = async (response: Response): Promise<unknown> => {
	try {
		return await response.json();
	} catch {
		// Cut off on the way, or a proxy's own page: either way the answer did not arrive.
		throw new ApiError(response.ok ? { code: 'offline', details: {} } : { code: 'server.unavailable', details: {} });
	}
};

/**
 * One request of the contract.
 *
 * @throws ApiError with the server's refusal, or `offline`. Nothing else.
 */
export const call = async <K extends EndpointName>(endpoint: K, ...given: Given<K>): Promise<Answer<K>> => {
	const request: { body?: unknown; params?: Readonly<Record<string, string>> } = given[0] ?? {};
	const { method, path } = addressOf(endpoint, request.params ?? {});
	// Every unsafe request is JSON, also one that has nothing to say: the server refuses other forms.
	const body = method === 'GET' ? undefined : (request.body ?? {});
	const response = await send(method, path, body);
	noteServerDate(response.headers.get('date'), Date.now());
	// What an endpoint answers is the contract's promise, which the server's own types and tests keep.
	if (response.status === 204) return undefined as Answer<K>;
	const json = await readJson(response);
	if (response.ok) return json as Answer<K>;
	const problem: Problem = isErrorBody(json) ? json.error : { code: 'server.unavailable', details: {} };
	for (const listener of listeners) listener(problem);
	throw new ApiError(problem);
};
