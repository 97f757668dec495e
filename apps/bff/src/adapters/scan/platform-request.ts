/** What a platform answered, or in words for the log why it did not. */
export type PlatformAnswer = { readonly status: number; readonly json: unknown } | { readonly failure: string };

/** Ends a request that takes too long: made anew for each one. */
export type Deadline = () => AbortSignal;

/** Bytes. What is asked for here is answered in less than one thousand. */
const largestAnswer = 64 * 1024;

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

/** The messages of these errors may quote the address, which holds a secret; their codes never do. */
const nameOf = (error: unknown): string => {
	const { cause, name } = error as { cause?: { code?: unknown }; name?: string };
	if (name === 'TimeoutError' || name === 'AbortError') return 'no answer in time';
	return typeof cause?.code === 'string' ? `no answer: ${cause.code}` : 'no answer';
};

/**
 * Asks a platform once. Redirects are not followed: what is sent holds a secret and is for this platform only. Never
 * throws.
 */
export const askPlatform = async (url: URL, init: RequestInit, deadline: Deadline): Promise<PlatformAnswer> => {
	try {
		const response = await fetch(url, { ...init, redirect: 'manual', signal: deadline() });
		const text = await read(response.body);
		if (text === undefined) return { failure: `HTTP ${response.status}, more than ${largestAnswer} bytes` };
		try {
			return { status: response.status, json: JSON.parse(text) as unknown };
		} catch {
			return { failure: `HTTP ${response.status}, no JSON` };
		}
	} catch (error) {
		return { failure: nameOf(error) };
	}
};
