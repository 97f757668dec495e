import type { Tongue } from './use-every-tongue.ts';

interface Invitation {
	/** The mailbox it is for. */
	readonly address: string;
	/** Where one signs in to it. */
	readonly page: string;
	readonly code: string;
	/** Until when the code is good; ISO 8601. */
	readonly expiresAt: string;
}

const inOne = ({ t, times }: Tongue, { address, page, code, expiresAt }: Invitation): string =>
	[
		t('people.code.text.heading', { address }),
		'',
		`1. ${t('people.code.text.open', { page })}`,
		`2. ${t('people.code.text.signIn', { address })}`,
		`3. ${t('people.code.text.choose')}`,
		`4. ${t('people.code.text.enter', { code })}`,
		'',
		t('people.code.text.until', { time: times.exact(expiresAt) }),
	].join('\n');

/**
 * All that somebody needs who is invited, as text to be sent to them: it stands where nobody can look anything up, so it
 * says everything in each language, with what the page says in that one.
 */
export const invitationText = (tongues: readonly Tongue[], invitation: Invitation): string =>
	tongues.map((tongue) => inOne(tongue, invitation)).join('\n\n————\n\n');
