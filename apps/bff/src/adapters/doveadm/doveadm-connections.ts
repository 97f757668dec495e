import type { EndOutcome, MailServerConnections } from '../../mail-connections/mail-server.ts';
import type { DoveadmSettings } from './doveadm-settings.ts';

/** Ends what takes too long: made anew for each time that something is waited for. */
export type Deadline = () => AbortSignal;

/** Bytes. An answer names the user that was disconnected. */
const largestAnswer = 64 * 1024;
/** EX_NOHOST: doveadm found nobody of that name connected. */
const nobody = 68;

const read = async (body: ReadableStream<Uint8Array> | null): Promise<string | undefined> => {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body ?? []) {
		size += chunk.length;
		if (size > largestAnswer) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
};

/** One command's answer: `["doveadmResponse", …, TAG]`, or `["error", {type, exitCode}, TAG]`. */
const problemOf = (text: string): string | undefined => {
	let answer: unknown;
	try {
		answer = JSON.parse(text);
	} catch {
		return 'no JSON';
	}
	const [kind, details] = (Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : []) as unknown[];
	if (kind === 'doveadmResponse') return undefined;
	const { type, exitCode } = (details ?? {}) as { type?: unknown; exitCode?: unknown };
	if (kind === 'error' && type === 'exitCode' && exitCode === nobody) return undefined;
	return kind === 'error' ? `doveadm: ${String(type).slice(0, 50)} ${Number(exitCode)}` : 'no answer of doveadm';
};

const problemOfNetwork = (error: unknown): string => {
	const { cause } = error as { cause?: { code?: unknown } };
	return typeof cause?.code === 'string' ? `no answer: ${cause.code}` : 'no answer';
};

/**
 * Dovecot's doveadm HTTP API (2.3 and 2.4): `kick` ends all connections of a user, whatever they are at, also in IDLE. A `?` in
 * a name stands for any character there: of names with one, look-alikes are disconnected too, and sign in again.
 *
 * All servers are asked at once. One that let a deadline pass is left alone until another has passed, and has failed meanwhile:
 * otherwise each account would wait for it, and the servers that live would be told of the last ones much too late.
 */
export const createDoveadmConnections = (settings: DoveadmSettings, deadline: Deadline): MailServerConnections => {
	const { origins, key, mailboxes } = settings;
	const authorization = `X-Dovecot-API ${Buffer.from(key, 'utf8').toString('base64')}`;

	/** Of servers that were silent, until when they are left alone. */
	const silent = new Map<string, AbortSignal>();

	const kick = async (origin: string, user: string): Promise<string | undefined> => {
		if (silent.get(origin)?.aborted === false) return 'no answer in time a moment ago';
		const signal = deadline();
		try {
			const response = await fetch(`${origin}/doveadm/v1`, {
				method: 'POST',
				headers: { authorization, 'content-type': 'application/json' },
				body: JSON.stringify([['kick', { mask: [user] }, 'kick']]),
				redirect: 'manual',
				signal,
			});
			const text = await read(response.body);
			if (response.status !== 200) return `HTTP ${response.status}`;
			return text === undefined ? `more than ${largestAnswer} bytes` : problemOf(text);
		} catch (error) {
			if (!signal.aborted) return problemOfNetwork(error);
			silent.set(origin, deadline());
			return 'no answer in time';
		}
	};

	return {
		async end(address): Promise<EndOutcome> {
			const user = mailboxes === 'name' ? address.slice(0, address.lastIndexOf('@')) : address;
			const problems = await Promise.all(origins.map(async (origin) => [origin, await kick(origin, user)] as const));
			const why = problems.flatMap(([origin, problem]) => (problem === undefined ? [] : [`${origin}: ${problem}`]));
			return why.length === 0 ? { result: 'ended' } : { result: 'failed', why: why.join('; ') };
		},
	};
};
