import { errorStatus } from '@mailward/shared/errors.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../api/problem.ts';
import { loadInsideWords, loadWords } from './load-words.ts';
import { problemWords } from './problem-words.ts';
import { createTimes } from './times.ts';

const noon = new Date(2026, 10, 21, 12, 0, 0);
const now = noon.getTime();
const later = new Date(now + 15 * 60_000).toISOString();

const details: Record<string, object> = {
	'sign_in.throttled': { retryAt: later },
	'factor.throttled': { retryAt: later },
	'factor.code_malformed': { reason: 'short' },
	'factor.code_rejected': { attemptsLeft: 4, serverTime: noon.toISOString() },
	'factor.number_rejected': { attemptsLeft: 4 },
	'factor.passkey_rejected': { attemptsLeft: 4 },
	'factor.recovery_rejected': { attemptsLeft: 4 },
	'invitation.rejected': { attemptsLeft: 4 },
	'factor.code_just_used': { nextInSeconds: 17 },
	'factor.clock_off': { offsetSeconds: -190, serverTime: noon.toISOString() },
	'client_password.name_invalid': { reason: 'long' },
	'client_password.limit_reached': { limit: 6 },
	'method.name_invalid': { reason: 'long' },
	'person.name_invalid': { reason: 'empty' },
	'method.limit_reached': { limit: 5 },
	'person.limit_reached': { limit: 20 },
	'password.too_short': { least: 12 },
};
const problems = ['offline', ...Object.keys(errorStatus)].map(
	(code) => ({ code, details: details[code] ?? {} }) as Problem,
);

beforeAll(loadInsideWords);

describe.each(['en', 'zh'] as const)('the words for problems in %s', (language) => {
	it.each(problems)('say something whole: $code', async (problem) => {
		const t = await loadWords(language);
		const words = problemWords(problem, { t, times: createTimes(language, t), now });
		expect(words).not.toContain('{');
		expect(words).not.toContain('undefined');
		expect(words).not.toContain(problem.code);
		expect(words).toMatch(/[.。]$/);
	});

	it('differ for each of the six things that can be wrong with a code', async () => {
		const t = await loadWords(language);
		const say = (problem: Problem) => problemWords(problem, { t, times: createTimes(language, t), now });
		const six = [
			say({ code: 'factor.code_malformed', details: { reason: 'empty' } }),
			say({ code: 'factor.code_malformed', details: { reason: 'short' } }),
			say({ code: 'factor.code_malformed', details: { reason: 'long' } }),
			say({ code: 'factor.code_rejected', details: { attemptsLeft: 4, serverTime: later } }),
			say({ code: 'challenge.expired', details: {} }),
			say({ code: 'factor.throttled', details: { retryAt: later } }),
		];
		expect(new Set(six).size).toBe(6);
	});
});

describe('a clock that is off', () => {
	it.each([
		[190, '3 min 10 s fast', '快 3 分 10 秒'],
		[-45, '45 s slow', '慢 45 秒'],
	])('is told in its direction: %i s', async (offsetSeconds, english, chinese) => {
		const problem: Problem = { code: 'factor.clock_off', details: { offsetSeconds, serverTime: noon.toISOString() } };
		const en = await loadWords('en');
		const zh = await loadWords('zh');
		expect(problemWords(problem, { t: en, times: createTimes('en', en), now })).toContain(english);
		expect(problemWords(problem, { t: zh, times: createTimes('zh', zh), now })).toContain(chinese);
		expect(problemWords(problem, { t: en, times: createTimes('en', en), now })).toContain('12:00:00');
	});
});
