import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const signIn: Wording<InsideWords['signIn']> = {
	differentAccount: '使用其他账号',
	step1Passed: '第 1 步，密码，已于 {time} 通过',
	step2Now: '第 2 步，验证，当前步骤',
	step2Rejected: '第 2 步，验证，动态口令有误',
	step2Passed: '第 2 步，验证，已于 {time} 通过',
	mark1: '密码',
	mark2: '口令',
	passed: '验证通过，正在登录。',
};
