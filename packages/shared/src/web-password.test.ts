import { describe, expect, it } from 'vitest';
import { estimatedPart, isMadeOf, passwordLength, personWords } from './web-password.ts';

describe('what is known of a person', () => {
	it('is taken apart, joined two by two, and kept whole', () => {
		expect(personWords('wang.shan@campus.example', '王珊 Wang Shan')).toEqual([
			...['wang', 'shan', 'campus', 'example', 'wangshan', 'shancampus', 'campusexample', 'wangshancampusexample'],
			...['王珊', 'Wang', 'Shan', '王珊Wang', 'WangShan', '王珊WangShan'],
		]);
	});

	it('holds nothing for nobody, and nothing of one letter', () => {
		expect(personWords('', ' . ', 'x')).toEqual([]);
	});
});

it('counts characters as people do', () => {
	expect([passwordLength('密码'), passwordLength('📱📱'), passwordLength('')]).toEqual([2, 2, 0]);
});

describe('a password made of what is known of its person', () => {
	const words = personWords('chen.mo@campus.example', '陈默');

	it('is one in any order, width and case, whatever stands between', () => {
		for (const password of ['chenmochenmo', 'ＣＨＥＮＭＯ-chenmo', 'Chen.Mo@Campus', '陈默陈默陈默陈默陈默陈默']) {
			expect([password, isMadeOf(password, words)]).toEqual([password, true]);
		}
	});

	it('is not one that has enough of its own', () => {
		for (const password of ['plum-blossom-in-snow', 'chen walks past the old pagoda', '床前明月光疑是地上霜举头望']) {
			expect([password, isMadeOf(password, words)]).toEqual([password, false]);
		}
	});
});

it('is estimated by its first 64 characters, none of them cut in two', () => {
	expect(estimatedPart('📱'.repeat(65))).toBe('📱'.repeat(64));
	expect(estimatedPart('short')).toBe('short');
});
