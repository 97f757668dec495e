import { describe, expect, it } from 'vitest';
import { stepPath, stepsOf } from './paths.ts';

const steps = stepsOf('totp', true);

it('has as many steps as a method needs', () => {
	expect(steps).toEqual(['intro', 'connect', 'test', 'recovery', 'done']);
	expect(stepsOf('totp', false)).toEqual(['intro', 'connect', 'test', 'done']);
	expect(stepsOf('passkey', true)).toEqual(['intro', 'create', 'recovery', 'done']);
	expect(stepsOf('sms', true)).toEqual(['intro', 'number', 'recovery', 'done']);
	expect(stepsOf('wechat', false)).toEqual(['intro', 'scan', 'done']);
});

describe('each step of the wizard has an address', () => {
	it('from the security pages', () => {
		expect(steps.map((step) => stepPath({ kind: 'totp', due: false }, step, '?replaces=m1'))).toEqual([
			'/security/methods/totp/set-up?replaces=m1',
			'/security/methods/totp/set-up/connect?replaces=m1',
			'/security/methods/totp/set-up/test?replaces=m1',
			'/security/methods/totp/set-up/recovery?replaces=m1',
			'/security/methods/totp/set-up/done?replaces=m1',
		]);
	});

	it('while set-up is due', () => {
		expect(steps.map((step) => stepPath({ kind: 'totp', due: true }, step, ''))).toEqual([
			'/set-up/totp',
			'/set-up/totp/connect',
			'/set-up/totp/test',
			'/set-up/recovery-codes',
			'/set-up/done',
		]);
		expect(stepPath({ kind: 'passkey', due: true }, 'create', '?next=%2Fsecurity')).toBe(
			'/set-up/passkey/create?next=%2Fsecurity',
		);
	});
});
