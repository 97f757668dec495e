import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { expect, it } from 'vitest';
import { firstKind, kindsCount, kindsShown } from './kinds-shown.ts';

const method = (id: string, kind: MethodView['kind']): MethodView => ({
	id,
	kind,
	name: '',
	target: '',
	createdAt: '2026-09-03T12:00:00.000Z',
	lastUsedAt: null,
	default: false,
	disabled: false,
	allowed: true,
});

it('counts kinds, not methods', () => {
	const kinds = kindsShown([method('1', 'totp'), method('2', 'totp')], ['totp', 'passkey']);
	expect(kinds.map(({ kind, methods }) => [kind, methods.length])).toEqual([
		['totp', 2],
		['passkey', 0],
	]);
	expect(kindsCount(kinds)).toEqual({ used: 1, all: 2 });
});

it('says nothing of what needs a service that is not there, unless it is set up', () => {
	expect(kindsShown([], ['totp', 'sms']).map(({ kind }) => kind)).toEqual(['totp', 'sms', 'passkey']);
	expect(kindsShown([method('1', 'wechat')], ['totp']).map(({ kind }) => kind)).toEqual(['totp', 'wechat', 'passkey']);
});

it('counts what is no longer allowed while it is there, and not after', () => {
	expect(kindsCount(kindsShown([method('1', 'passkey')], ['totp']))).toEqual({ used: 1, all: 2 });
	expect(kindsCount(kindsShown([], ['totp']))).toEqual({ used: 0, all: 1 });
});

it('begins with the first kind that is allowed', () => {
	expect(firstKind(['passkey', 'totp'])).toBe('totp');
	expect(firstKind(['passkey'])).toBe('passkey');
});
