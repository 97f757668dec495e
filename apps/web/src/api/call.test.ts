import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, call, onRefusal } from './call.ts';
import { ApiError, problemOf } from './problem.ts';

const answerWith = (...answers: (Response | Error)[]) => {
	const fetching = vi.fn<typeof fetch>();
	for (const answer of answers) {
		if (answer instanceof Error) fetching.mockRejectedValueOnce(answer);
		else fetching.mockResolvedValueOnce(answer);
	}
	vi.stubGlobal('fetch', fetching);
	return fetching;
};
const json = (body: unknown, status = 200) => Response.json(body, { status });
const problemIn = (promise: Promise<unknown>) => promise.then(() => undefined, problemOf);

afterEach(() => vi.unstubAllGlobals());

describe('the address of a request', () => {
	it('is read from the endpoint’s name, its gaps filled and escaped', () => {
		expect(addressOf('DELETE /api/methods/{id}', { id: 'a/../b' })).toEqual({
			method: 'DELETE',
			path: '/api/methods/a%2F..%2Fb',
		});
		expect(() => addressOf('DELETE /api/methods/{id}', {})).toThrow('{id}');
	});
});

describe('a request', () => {
	it('is JSON whenever it changes something, also with nothing to say', async () => {
		const fetching = answerWith(json({ state: 'signed-out' }));
		await call('POST /api/sign-out');
		expect(fetching).toHaveBeenCalledWith(
			'/api/sign-out',
			expect.objectContaining({ method: 'POST', body: '{}', credentials: 'same-origin', cache: 'no-store' }),
		);
	});

	it('is carried out though its page is left, so that the answer’s cookie is not lost', async () => {
		const fetching = answerWith(json({}), json({}));
		await call('POST /api/sign-out');
		await call('GET /api/session');
		expect(fetching.mock.calls.map(([, request]) => request?.keepalive)).toEqual([true, false]);
	});

	it('has no body where it only reads', async () => {
		const fetching = answerWith(json({ methods: [] }));
		expect(await call('GET /api/methods')).toEqual({ methods: [] });
		expect(fetching.mock.calls[0]?.[1]).not.toHaveProperty('body');
	});

	it('answers nothing to 204', async () => {
		answerWith(new Response(null, { status: 204 }));
		expect(await call('DELETE /api/methods/{id}', { params: { id: 'm' } })).toBeUndefined();
	});
});

describe('a request that fails', () => {
	it('throws what the server says, and tells those who listen', async () => {
		const error = { code: 'factor.throttled', details: { retryAt: '2026-11-21T12:15:00.000Z' } };
		answerWith(json({ error }, 429));
		const heard = vi.fn();
		const stop = onRefusal(heard);
		await expect(call('GET /api/methods')).rejects.toBeInstanceOf(ApiError);
		stop();
		expect(heard).toHaveBeenCalledExactlyOnceWith(error);
	});

	it('is offline when no answer comes, or only a part of one', async () => {
		answerWith(new TypeError('failed to fetch'), new Response('{"meth', { status: 200 }));
		expect(await problemIn(call('GET /api/methods'))).toEqual({ code: 'offline', details: {} });
		expect(await problemIn(call('GET /api/methods'))).toEqual({ code: 'offline', details: {} });
	});

	it('is the service’s absence when something else answers in its place', async () => {
		answerWith(new Response('<h1>502</h1>', { status: 502 }), json({ message: 'no' }, 500));
		expect(await problemIn(call('GET /api/methods'))).toEqual({ code: 'server.unavailable', details: {} });
		expect(await problemIn(call('GET /api/methods'))).toEqual({ code: 'server.unavailable', details: {} });
	});
});
