import { clientPasswordLength } from '@mailward/shared/client-password.ts';
import type { Language } from '@mailward/shared/languages.ts';
import { profileApps } from '@mailward/shared/mail-apps.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import enPages from '../locales/en/guide.ts';
import { loadGuideWords, loadInsideWords, loadWords } from '../locales/load-words.ts';
import type { Translate } from '../locales/translate.ts';
import zhPages from '../locales/zh/guide.ts';

const speaking = {} as Record<Language, Translate>;

beforeAll(async () => {
	for (const language of ['zh', 'en'] as const) speaking[language] = await loadWords(language);
	await Promise.all([loadGuideWords(), loadInsideWords()]);
});

describe.each(['zh', 'en'] as const)('the public guide in %s', (language) => {
	it('calls buttons and pages what they are called where one meets them', () => {
		const t = speaking[language];
		const named = (step: 'signIn' | 'app' | 'copy') =>
			[...t(`guide.passwords.steps.${step}`).matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name);
		expect(named('signIn')).toEqual([t('shell.clientPasswords')]);
		expect(named('app')).toEqual([t('clientPasswords.new')]);
		expect(named('copy')).toEqual([
			t('clientPasswords.make.submit'),
			t('clientPasswords.reveal.copy'),
			t('clientPasswords.reveal.typing'),
		]);
		for (const app of profileApps) {
			const chosen = [...t(`guide.passwords.itself.${app}`).matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name);
			expect(chosen).toEqual([t(`clientPasswords.way.profile.${app}`), t('clientPasswords.make.submitLink')]);
		}
		expect(t('guide.passwords.itself.signIn')).toContain(`**${t('clientPasswords.new')}**`);
		expect(t('guide.passwords.byHand.choose')).toContain(`**${t('clientPasswords.way.byHand')}**`);
		expect(t('guide.shared.how')).toContain(`**${t('shell.people')}**`);
		expect(t('mailGuides.huawei.notes.typing')).toContain(t('clientPasswords.reveal.typing'));
	});

	it('tells the length that client passwords have', () => {
		const t = speaking[language];
		for (const text of [
			t('guide.passwords.facts.length'),
			t('guide.trouble.typed.text'),
			t('mailGuides.values.passwordHint'),
		]) {
			expect(text).toContain(String(clientPasswordLength));
		}
	});
});

it('says once what others call it, so that people find the page', () => {
	const all = JSON.stringify(zhPages.guide);
	expect(all.match(/二次验证/g)).toHaveLength(1);
	expect(all.match(/两步验证/g)).toHaveLength(1);
	expect(JSON.stringify(enPages.guide).match(/two-step verification/gi)).toHaveLength(1);
});
