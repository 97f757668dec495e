import { describe, expect, it } from 'vitest';
import { createGuessable } from './guessable.ts';

const guessable = createGuessable();
const words = ['chen.mo', 'chen', 'mo', 'chenmo', '陈默', '示范大学', 'campus', 'Campus University'];

describe('a password', () => {
	it.each([
		'password1234',
		'passwordpassword',
		'aaaaaaaaaaaaaaaa',
		'qwertyuiop[]',
		'123456789012',
		'Passw0rd!2026',
		'iloveyou1314520',
		'chenmochenmo',
		'ChenMo-campus',
		'Chen.Mo@Campus-2026',
		'陈默示范大学陈默示范大学',
		'ＣＨＥＮＭＯ-chenmo',
		'woaini5201314',
		'Mailward2026!',
		'!!!!!!!!!!!!!!!!',
		'示范大学示范大学示范大学',
		'a'.repeat(1024),
	])('that many would think of is refused: %s', async (password) => {
		expect(await guessable(password, words)).toBe(true);
	});

	it.each([
		'plum-blossom-in-snow',
		'correct horse battery staple',
		'床前明月光疑是地上霜举头望',
		'x7Kp#2vQ9mRt',
		'🐼🎋🏯🚂🌸🦆🍵🪁🧧🐉🎐🌙',
		'no two pandas sign in at noon',
	])('that few would think of is taken, without digits or capitals being asked for: %s', async (password) => {
		expect(await guessable(password, words)).toBe(false);
	});

	it('is judged in bounded time, however long and however made', async () => {
		// The attack: a password that takes the estimator minutes, while everybody's mail waits.
		const started = performance.now();
		const hostile = ['4@8({[</369&#!1/|0$57%2'.repeat(44), 'p@$$w0rd1!'.repeat(102), '01/02/03'.repeat(128)];
		for (const password of hostile) await guessable(password, words);
		expect((performance.now() - started) / hostile.length).toBeLessThan(5000);
	});

	it('is judged beside everything else: the server goes on meanwhile', async () => {
		let turns = 0;
		const watch = setInterval(() => {
			turns += 1;
		}, 5);
		await guessable('4@8({[</369&#!1/|0$57%2'.repeat(3), words);
		clearInterval(watch);
		// Judged where the answers are given, it would leave no turn to anybody until it is done.
		expect(turns).toBeGreaterThan(2);
	});

	it('is not judged at all when too many wait', async () => {
		const asked = Array.from({ length: 40 }, () => guessable('plum-blossom-in-snow', words));
		const results = await Promise.allSettled(asked);
		const busy = results.filter((result) => result.status === 'rejected' && result.reason.code === 'server.busy');
		expect(busy.length).toBeGreaterThan(0);
		expect(results.filter(({ status }) => status === 'fulfilled').length + busy.length).toBe(40);
	}, 120_000);
});
