import { mailApps } from '@mailward/shared/mail-apps.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadInsideWords, loadWords } from '../locales/load-words.ts';
import type { Translate } from '../locales/translate.ts';
import { inSentence, likelyMailApp, shortAppName } from './short-app-name.ts';

let en: Translate;
let zh: Translate;
beforeAll(async () => {
	await loadInsideWords();
	en = await loadWords('en');
	zh = await loadWords('zh');
});

describe('a mail app', () => {
	it.each(mailApps)('has a short name in both languages: %s', (app) => {
		for (const name of [shortAppName(app, en), shortAppName(app, zh)]) expect(name).not.toMatch(/mailApps|\{/);
	});

	it('stands in a sentence with a space where letters meet 汉字, and nowhere else', () => {
		expect(`请从${inSentence('Foxmail', 'zh')}给自己发`).toBe('请从 Foxmail 给自己发');
		expect(`请从${inSentence('华为邮件', 'zh')}给自己发`).toBe('请从华为邮件给自己发');
		expect(`请从${inSentence('Mac 邮件', 'zh')}给自己发`).toBe('请从 Mac 邮件给自己发');
		expect(inSentence('Foxmail', 'en')).toBe('Foxmail');
	});
});

it.each([
	['Thunderbird 115', 'thunderbird'],
	['Foxmail 7.2', 'foxmail'],
	['iPhone Mail', 'iphone'],
	['Mac OS X Mail', 'mac-mail'],
	['Microsoft Outlook', 'outlook'],
	['Huawei Email', 'huawei'],
	['com.google.android.gm', 'android'],
	['', undefined],
	['mutt', undefined],
])('takes %o for %s', (told, app) => {
	expect(likelyMailApp(told)).toBe(app);
});
