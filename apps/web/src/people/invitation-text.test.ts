import type { Language } from '@mailward/shared/languages.ts';
import { expect, it } from 'vitest';
import { loadInsideWords, loadWords } from '../locales/load-words.ts';
import { createTimes } from '../locales/times.ts';
import { invitationText } from './invitation-text.ts';

const tongue = async (language: Language) => {
	await loadInsideWords();
	const t = await loadWords(language);
	return { t, times: createTimes(language, t) };
};
// In the zone of whoever reads it, whichever that is.
const expiresAt = new Date(2026, 10, 28, 12, 2).toISOString();
const invitation = {
	address: 'lab@campus.example',
	page: 'https://portal.campus.example',
	code: 'abcde-23456',
	expiresAt,
};

it('has all that is needed to come in, and nothing that is not, in the language of the page and in the other', async () => {
	const text = invitationText([await tongue('zh'), await tongue('en')], invitation);
	expect(text.replaceAll('\u00a0', ' ')).toBe(`邀请您使用公共邮箱 lab@campus.example

1. 打开 https://portal.campus.example
2. 用 lab@campus.example 和此邮箱的网页登录密码登录。
3. 在第二步的验证下方选择“我受邀使用此邮箱”。
4. 输入邀请码 abcde-23456，设置自己的验证方式。

邀请码只能使用一次，有效期至 2026 年 11 月 28 日 12:02。

————

You are invited to use the shared mailbox lab@campus.example

1. Open https://portal.campus.example
2. Sign in with the address lab@campus.example and this mailbox’s web password.
3. Choose “I was invited to this mailbox” below the verification at the second step.
4. Type the invitation code abcde-23456 and set up a method of your own.

The code works once, until 28 November 2026, 12:02.`);
});

it('is whole in one language where the other is not at hand', async () => {
	const text = invitationText([await tongue('en')], invitation);
	expect(text).toMatch(/^You are invited/);
	expect(text).not.toContain('————');
});

it.each(['zh', 'en'] as const)('names the entry as the page of that language does: %s', async (language) => {
	const { t, times } = await tongue(language);
	expect(invitationText([{ t, times }], invitation)).toContain(t('signIn.invitation.link'));
});
