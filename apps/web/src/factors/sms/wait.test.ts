import { describe, expect, it } from 'vitest';
import { waitFor } from './wait.ts';

const now = Date.parse('2026-11-21T12:02:00.000Z');

describe('the wait before a code can be sent again', () => {
	it('is over where there is none, and at its very end', () => {
		expect(waitFor(null, now)).toEqual({ how: 'over' });
		expect(waitFor(now - 5000, now)).toEqual({ how: 'over' });
		expect(waitFor(now, now)).toEqual({ how: 'over' });
	});

	it('is counted down', () => {
		expect(waitFor(now + 60_000, now)).toEqual({ how: 'counted', left: 60 });
		expect(waitFor(now + 1, now)).toEqual({ how: 'counted', left: 0.001 });
	});

	it('is a time of day where counting would be of no use', () => {
		expect(waitFor(now + 600_000, now).how).toBe('counted');
		expect(waitFor(now + 600_001, now)).toEqual({ how: 'until', at: now + 600_001 });
	});
});
