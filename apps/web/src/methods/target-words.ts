import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import type { Translate } from '../locales/translate.ts';

/** What a method leads to, in words: the end of a number, what a platform calls its person; empty where that is not known. */
export const targetWords = ({ kind, target }: MethodView, t: Translate): string =>
	kind === 'sms' && target !== '' ? t('factors.sms.ending', { ending: target }) : target;
