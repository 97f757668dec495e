import { describe, expect, it } from 'vitest';
import { recommend, toUsage, without } from './recommend.ts';

describe('the method that is recommended', () => {
	it('is what is on the phone already for the web alone, with an app of codes beside it', () => {
		expect(recommend('browser', ['totp', 'sms', 'wechat', 'dingtalk', 'passkey'])).toEqual({
			method: 'wechat',
			others: ['totp', 'sms', 'dingtalk', 'passkey'],
		});
		expect(recommend('browser', ['totp', 'sms', 'dingtalk']).method).toBe('dingtalk');
		expect(recommend('browser', ['totp', 'sms', 'passkey'])).toEqual({ method: 'sms', others: ['totp', 'passkey'] });
	});

	it('is a passkey for the web alone, where there is neither', () => {
		expect(recommend('browser', ['totp', 'passkey'])).toEqual({ method: 'passkey', others: ['totp'] });
		expect(recommend('browser', ['totp'])).toEqual({ method: 'totp', others: [] });
	});

	it('is an app on the phone for all else', () => {
		expect(recommend('apps', ['wechat', 'dingtalk', 'sms', 'totp']).method).toBe('totp');
		expect(recommend('apps', ['passkey', 'totp'])).toEqual({ method: 'totp', others: ['passkey'] });
		expect(recommend('several', ['totp', 'passkey']).method).toBe('totp');
	});

	it('is whatever may be set up, or nothing', () => {
		expect(recommend('apps', ['passkey']).method).toBe('passkey');
		expect(recommend('apps', []).method).toBeUndefined();
	});
});

describe('who has not got what it takes', () => {
	it('is shown what does without a smartphone', () => {
		expect(without('totp', ['sms', 'wechat', 'dingtalk', 'passkey'])).toEqual({
			what: 'smartphone',
			methods: ['sms', 'passkey'],
		});
		expect(without('wechat', ['totp'])).toEqual({ what: 'smartphone', methods: [] });
	});

	it('is shown what does without any phone', () => {
		expect(without('sms', ['totp', 'passkey'])).toEqual({ what: 'phone', methods: ['passkey'] });
	});

	it('needs nothing more where this very device will do', () => {
		expect(without('passkey', ['totp', 'sms'])).toBeUndefined();
	});
});

it('reads a usage from the address, and no other word', () => {
	expect(toUsage('several')).toBe('several');
	expect(toUsage('constructor')).toBeUndefined();
	expect(toUsage(null)).toBeUndefined();
});
