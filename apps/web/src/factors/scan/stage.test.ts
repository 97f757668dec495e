import { expect, it } from 'vitest';
import { stageOf } from './stage.ts';

it('is what was last told while the code is good', () => {
	for (const state of ['waiting', 'opened', 'confirmed', 'denied', 'expired'] as const) {
		expect(stageOf({ state }, false)).toBe(state);
	}
});

it('ends with the time of the code, save for a refusal', () => {
	expect(stageOf({ state: 'waiting' }, true)).toBe('expired');
	expect(stageOf({ state: 'confirmed' }, true)).toBe('expired');
	expect(stageOf({ state: 'denied' }, true)).toBe('denied');
});
