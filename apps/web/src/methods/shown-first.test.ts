import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { expect, it } from 'vitest';
import { shownFirst } from './shown-first.ts';

const method = (id: string, more: Partial<MethodView> = {}): MethodView => ({
	id,
	kind: 'totp',
	name: '',
	target: '',
	createdAt: '2026-09-03T12:00:00.000Z',
	lastUsedAt: null,
	default: false,
	disabled: false,
	allowed: true,
	...more,
});
const used = method('used', { lastUsedAt: '2026-11-01T12:00:00.000Z' });
const newest = method('newest', { createdAt: '2026-11-20T12:00:00.000Z' });
const chosen = method('chosen', { default: true });

it('is what was chosen, else what was used last, else the newest', () => {
	expect(shownFirst([used, newest, chosen])?.id).toBe('chosen');
	expect(shownFirst([newest, used, method('old')])?.id).toBe('used');
	expect(shownFirst([method('old'), newest])?.id).toBe('newest');
	expect(shownFirst([])).toBeUndefined();
});

it('is one that signs its person in', () => {
	expect(shownFirst([{ ...chosen, disabled: true }, { ...used, allowed: false }, newest])?.id).toBe('newest');
});
