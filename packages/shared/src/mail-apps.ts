/** How mail is fetched and sent. `other`: further services of the mail server, such as filter rules (ManageSieve). */
export const mailProtocols = ['imap', 'pop3', 'submission', 'other'] as const;

export type MailProtocol = (typeof mailProtocols)[number];

/** The mail apps that have a guide; the names of `/guide/APP`. */
export const mailApps = [
	'foxmail',
	'outlook',
	'mac-mail',
	'iphone',
	'huawei',
	'android',
	'thunderbird',
	'program',
] as const;

export type MailApp = (typeof mailApps)[number];

/** What a new password of this app is for, unless its person says otherwise: what the app can be set up with. */
export const usualProtocols: Readonly<Record<MailApp, readonly MailProtocol[]>> = {
	foxmail: ['imap', 'pop3', 'submission'],
	outlook: ['imap', 'pop3', 'submission'],
	'mac-mail': ['imap', 'submission'],
	iphone: ['imap', 'submission'],
	huawei: ['imap', 'pop3', 'submission'],
	android: ['imap', 'submission'],
	thunderbird: ['imap', 'pop3', 'submission'],
	program: ['submission'],
};

/** The apps that take a set-up profile (Apple configuration profile). */
export const profileApps = ['iphone', 'mac-mail'] as const satisfies readonly MailApp[];

export type ProfileApp = (typeof profileApps)[number];
