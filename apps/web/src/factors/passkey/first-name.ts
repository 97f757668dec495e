import type { Translate } from '../../locales/translate.ts';
import { browserName } from './browser-name.ts';

/** What a passkey is called at first: after the browser that makes it, where that is known. */
export const firstName = (t: Translate): string | undefined => {
	const here = browserName(navigator.userAgent);
	return here && t('factors.passkey.nameOn', here);
};
