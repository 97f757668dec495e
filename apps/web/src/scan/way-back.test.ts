import { expect, it } from 'vitest';
import { wayBack } from './way-back.ts';

it('leads back to what the code was for', () => {
	expect(wayBack({ kind: 'wechat', purpose: 'sign-in', session: 'awaiting-second-factor' }).path).toBe(
		'/sign-in/verify',
	);
	expect(wayBack({ kind: 'wechat', purpose: 're-verification', session: 'signed-in' }).path).toBe('/security');
	expect(wayBack({ kind: 'dingtalk', purpose: 'set-up', session: 'awaiting-set-up' }).path).toBe('/set-up/dingtalk');
	expect(wayBack({ kind: 'wechat', purpose: 'set-up', session: 'signed-in' }).path).toBe(
		'/security/methods/wechat/set-up',
	);
});

it('goes by the session where nobody has said what the code is for', () => {
	expect(wayBack({ kind: 'wechat', purpose: undefined, session: 'awaiting-set-up' }).path).toBe('/set-up/wechat');
	expect(wayBack({ kind: 'wechat', purpose: undefined, session: 'signed-in' }).path).toBe('/security');
	expect(wayBack({ kind: 'wechat', purpose: undefined, session: undefined }).path).toBe('/sign-in/verify');
});
