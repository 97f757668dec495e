import type { Language } from '@mailward/shared/languages.ts';
import type { MailApp } from '@mailward/shared/mail-apps.ts';
import type { Translate } from '../locales/translate.ts';

/** How a mail app is called in short; null for one that has no guide, and so no name. */
export const shortAppName = (app: MailApp | null, t: Translate): string =>
	app === null ? t('mailApps.any') : t(`mailApps.${app}.short`);

/** A name for the middle of a sentence: in 中文 a space parts Latin letters from 汉字, and nothing parts 汉字. */
export const inSentence = (name: string, language: Language): string =>
	language === 'zh' ? name.replace(/^(?=[!-~])/, ' ').replace(/(?<=[!-~])$/, ' ') : name;

/** What mail apps say of themselves when they sign in. The order matters: several name whom they imitate. */
const signs: readonly (readonly [RegExp, MailApp])[] = [
	[/foxmail/i, 'foxmail'],
	[/thunderbird/i, 'thunderbird'],
	[/huawei|honou?r|petal/i, 'huawei'],
	[/iphone|ipad|ios/i, 'iphone'],
	[/mac os x mail|macos|mac mail|apple mail/i, 'mac-mail'],
	[/gmail|android/i, 'android'],
	[/outlook/i, 'outlook'],
];

/** Which of ours a mail app probably is, by what it says of itself; `undefined` where it says nothing that we know. */
export const likelyMailApp = (told: string): MailApp | undefined => signs.find(([sign]) => sign.test(told))?.[1];
