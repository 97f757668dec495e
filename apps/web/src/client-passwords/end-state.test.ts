import { expect, it } from 'vitest';
import { endState } from './end-state.ts';

it('warns two weeks before the end, and says when it has come', () => {
	const now = Date.parse('2026-11-21T12:00:00.000Z');
	const states = [null, '2026-12-06T12:00:00Z', '2026-12-05T12:00:00Z', '2026-11-21T12:00:01Z', '2026-11-21T12:00:00Z'];
	expect(states.map((at) => endState(at, now))).toEqual(['none', 'far', 'soon', 'soon', 'ended']);
});
