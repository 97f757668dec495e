import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { expect, it } from 'vitest';
import { loadInsideWords, loadWords } from '../locales/load-words.ts';
import { methodName } from './method-name.ts';

const method = (id: string, name: string): MethodView => ({
	id,
	kind: 'totp',
	name,
	target: '',
	createdAt: '2026-09-03T12:00:00.000Z',
	lastUsedAt: null,
	default: false,
	disabled: false,
	allowed: true,
});

it('tells methods apart that were given no name', async () => {
	const all = [method('1', ''), method('2', 'Office'), method('3', '')];
	await loadInsideWords();
	const t = await loadWords('zh');
	expect(all.map((each) => methodName(each, all, t))).toEqual(['身份验证器 1', 'Office', '身份验证器 2']);
});

it('calls the only one of its kind as the kind is called', async () => {
	const only = method('1', '');
	await loadInsideWords();
	const t = await loadWords('zh');
	expect(methodName(only, [only], t)).toBe('身份验证器');
});
