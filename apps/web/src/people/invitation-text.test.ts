import { expect, it } from 'vitest';
import { loadInsideWords, loadWords } from '../locales/load-words.ts';
import { invitationText } from './invitation-text.ts';

it('has all that is needed to come in, and nothing that is not', async () => {
	await loadInsideWords();
	const t = await loadWords('zh');
	const text = invitationText(t, {
		address: 'lab@campus.example',
		page: 'https://portal.campus.example',
		code: 'abcde-23456',
		until: '2026 年 11 月 28 日 12:02',
	});
	expect(text).toBe(`邀请您使用公共邮箱 lab@campus.example

1. 打开 https://portal.campus.example
2. 用 lab@campus.example 和此邮箱的网页登录密码登录。
3. 在第二步的验证下方选择“我受邀使用此邮箱”。
4. 输入邀请码 abcde-23456，设置自己的验证方式。

邀请码只能使用一次，有效期至 2026 年 11 月 28 日 12:02。`);
});
