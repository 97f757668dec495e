import type { PersonView } from '@mailward/shared/contract/people.ts';
import type { Translate } from '../locales/translate.ts';

/** What a person is called: whoever was there before people had names has none yet. */
export const personName = ({ name }: Pick<PersonView, 'name'>, t: Translate): string => name || t('people.unnamed');
