import { describe, expect, it } from 'vitest';
import { stepPath, steps } from './paths.ts';

describe('each step of the wizard has an address', () => {
	it('from the security pages', () => {
		expect(steps.map((step) => stepPath({ kind: 'totp', due: false }, step, '?replaces=m1'))).toEqual([
			'/security/methods/totp/set-up?replaces=m1',
			'/security/methods/totp/set-up/connect?replaces=m1',
			'/security/methods/totp/set-up/test?replaces=m1',
			'/security/methods/totp/set-up/done?replaces=m1',
		]);
	});

	it('while set-up is due', () => {
		expect(steps.map((step) => stepPath({ kind: 'totp', due: true }, step, ''))).toEqual([
			'/set-up',
			'/set-up/totp/connect',
			'/set-up/totp/test',
			'/set-up/totp/done',
		]);
	});
});
