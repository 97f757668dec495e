import { describe, expect, it } from 'vitest';
import { passwordLength, personWords } from './web-password.ts';

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
