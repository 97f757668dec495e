import type { ClientView } from '@mailward/shared/contract/client.ts';
import type { Language } from '@mailward/shared/languages.ts';
import type { Translate } from '../locales/translate.ts';

/** Where it was: the place with the address behind it, or the address alone where nobody knows more. */
export const clientPlace = (
	{ place, address }: Pick<ClientView, 'place' | 'address'>,
	language: Language,
	t: Translate,
): string => (place ? t('clients.placed', { place: place[language], address }) : address);
