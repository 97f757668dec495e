import type { Translate } from '../locales/translate.ts';

interface Invitation {
	/** The mailbox it is for. */
	readonly address: string;
	/** Where one signs in to it. */
	readonly page: string;
	readonly code: string;
	/** Until when the code is good, in words. */
	readonly until: string;
}

/** All that somebody needs who is invited, as text to be sent to them: it stands where nobody can look anything up. */
export const invitationText = (t: Translate, { address, page, code, until }: Invitation): string =>
	[
		t('people.code.text.heading', { address }),
		'',
		`1. ${t('people.code.text.open', { page })}`,
		`2. ${t('people.code.text.signIn', { address })}`,
		`3. ${t('people.code.text.choose')}`,
		`4. ${t('people.code.text.enter', { code })}`,
		'',
		t('people.code.text.until', { time: until }),
	].join('\n');
