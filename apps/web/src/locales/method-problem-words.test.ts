import { beforeAll, describe, expect, it } from 'vitest';
import { loadInsideWords, loadWords } from './load-words.ts';
import { methodProblemWords } from './method-problem-words.ts';
import { createTimes } from './times.ts';

const noon = new Date(2026, 10, 21, 12, 0, 0);
const now = noon.getTime();
const retryAt = new Date(now + 15 * 60_000).toISOString();

beforeAll(loadInsideWords);

describe.each(['en', 'zh'] as const)('problems with a method, in %s', (language) => {
	const smith = async () => {
		const t = await loadWords(language);
		return { t, times: createTimes(language, t), now };
	};

	it('speak of the place the code came from', async () => {
		const wrong = {
			code: 'factor.code_rejected' as const,
			details: { attemptsLeft: 4, serverTime: noon.toISOString() },
		};
		const byText = methodProblemWords(wrong, 'sms', await smith());
		expect(byText).toContain('4');
		expect(byText).not.toContain('12:00:00');
		expect(methodProblemWords(wrong, 'totp', await smith())).toContain('12:00:00');
	});

	it('tell whose limit it is, and until when', async () => {
		const sentences = new Set<string>();
		for (const scope of ['number', 'account', 'network', 'site'] as const) {
			const problem = { code: 'text_message.limit_reached' as const, details: { scope, retryAt } };
			sentences.add(methodProblemWords(problem, 'sms', await smith()));
		}
		expect(sentences.size).toBe(4);
		for (const sentence of sentences) expect(sentence).toContain('12:15');
	});
});
