import { expect, it, vi } from 'vitest';
import { ApiError } from './problem.ts';
import { createRemote } from './remote.ts';

const offline = new ApiError({ code: 'offline', details: {} });

it('believes the answer to the last question, in whatever order they come', async () => {
	const first = Promise.withResolvers<string>();
	const load = vi.fn(async () => 'after').mockReturnValueOnce(first.promise);
	const remote = createRemote(load);
	const before = remote.refresh();
	await remote.refresh();
	first.resolve('before');
	await before;
	expect(remote.read()).toEqual({ value: 'after', problem: undefined });
});

it('keeps what it knows when it cannot ask again', async () => {
	const load = vi
		.fn(async () => 'a')
		.mockResolvedValueOnce('a')
		.mockRejectedValueOnce(offline);
	const remote = createRemote(load);
	await remote.refresh();
	await remote.refresh();
	expect(remote.read()).toEqual({ value: 'a', problem: offline.problem });
	await remote.refresh();
	expect(remote.read()).toEqual({ value: 'a', problem: undefined });
});

it('does not let an answer asked for earlier overrule what has been told since', async () => {
	const { promise, resolve } = Promise.withResolvers<string>();
	const remote = createRemote(() => promise);
	const asked = remote.refresh();
	remote.set('signed out');
	resolve('signed in');
	await asked;
	expect(remote.read().value).toBe('signed out');
});
