import type { ClientView } from '@mailward/shared/contract/client.ts';
import type { Translate } from '../locales/translate.ts';

/** `Chrome on Windows`, as far as it is known. */
export const clientName = ({ browser, system }: Pick<ClientView, 'browser' | 'system'>, t: Translate): string =>
	browser && system ? t('clients.both', { browser, system }) : browser || system || t('clients.unknown');
