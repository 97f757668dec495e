/**
 * What a browser keeps: one token for each account that trusts it, since a person's own mailbox and a shared one are
 * often read side by side. `ID.SECRET`, joined by `~`; the newest first.
 */
export interface DeviceToken {
	readonly id: string;
	readonly secret: string;
}

/** Cookies have to stay small; who uses more accounts in one browser is asked for a second step in the oldest. */
const mostTokens = 6;

const form = /^[\w-]{22}\.[\w-]{43}$/;

/** Reads the cookie; whatever is not of the form is left out. */
export const readDeviceTokens = (cookie: string | undefined): DeviceToken[] =>
	(cookie ?? '')
		.slice(0, 1024)
		.split('~')
		.filter((each) => form.test(each))
		.slice(0, mostTokens)
		.map((each) => ({ id: each.slice(0, 22), secret: each.slice(23) }));

/** Puts a token in front, in the place of any of the same device. */
export const withDeviceToken = (cookie: string | undefined, token: DeviceToken): string =>
	[token, ...readDeviceTokens(cookie).filter(({ id }) => id !== token.id)]
		.slice(0, mostTokens)
		.map(({ id, secret }) => `${id}.${secret}`)
		.join('~');
