import { expect, it } from 'vitest';
import { toIntent } from './intent.ts';

it('reads back what was kept, and nothing else that a history entry may hold', () => {
	const intent = { idempotencyKey: '7b0c1c3e-3f9d-4a53-9a93-0d3a8a4c7a11', name: 'Phone', made: true };
	expect(toIntent(structuredClone(intent))).toEqual(intent);
	expect(toIntent({ ...intent, secret: 'x' })).toEqual(intent);
	for (const other of [null, undefined, 'x', {}, { passed: true }, { ...intent, made: 'yes' }]) {
		expect(toIntent(other)).toBeUndefined();
	}
});
