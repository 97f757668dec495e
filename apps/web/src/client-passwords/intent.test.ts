import { expect, it } from 'vitest';
import { type Intent, toIntent } from './intent.ts';

const intent: Intent = {
	idempotencyKey: '7b0c1c3e-3f9d-4a53-9a93-0d3a8a4c7a11',
	wishes: { name: 'Phone', protocols: ['imap', 'submission'], expiresAt: null },
	made: 'c1',
	link: null,
};

it('reads back what was kept, and nothing else that a history entry may hold', () => {
	expect(toIntent(structuredClone(intent))).toEqual(intent);
	expect(toIntent({ ...intent, secret: 'x', url: 'x' })).toEqual(intent);
	expect(toIntent({ ...intent, wishes: { ...intent.wishes, secret: 'x' } })).toEqual(intent);
});

it.each([
	null,
	undefined,
	'x',
	{},
	{ passed: true },
	{ ...intent, made: true },
	{ ...intent, link: 1 },
	{ ...intent, wishes: null },
	{ ...intent, wishes: { ...intent.wishes, protocols: 'imap' } },
	{ ...intent, wishes: { ...intent.wishes, protocols: ['imap', 'nntp'] } },
	{ ...intent, wishes: { ...intent.wishes, expiresAt: 5 } },
])('takes %o for no intent', (other) => {
	expect(toIntent(other)).toBeUndefined();
});
