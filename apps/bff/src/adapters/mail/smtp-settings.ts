/** How mail is handed over, and from whom. */
export interface SmtpSettings {
	readonly host: string;
	readonly port: number;
	/** TLS from the first byte (RFC 8314). */
	readonly secure: boolean;
	readonly credentials: { readonly user: string; readonly pass: string } | undefined;
}

export interface Sender {
	/** Shown as the sender; may be empty. */
	readonly name: string;
	readonly address: string;
}

/**
 * `smtp://HOST[:PORT]` (25) or `smtps://HOST[:PORT]` (465), with `USER:PASSWORD@` before the host where it wants them.
 * Undefined for anything else.
 */
export const parseSmtpUrl = (text: string): SmtpSettings | undefined => {
	const url = URL.parse(text);
	if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return undefined;
	if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') return undefined;
	const secure = url.protocol === 'smtps:';
	const user = decodeURIComponent(url.username);
	const pass = decodeURIComponent(url.password);
	return {
		host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
		port: url.port === '' ? (secure ? 465 : 25) : Number(url.port),
		secure,
		credentials: user === '' ? undefined : { user, pass },
	};
};

/** `NAME <ADDRESS>` or `ADDRESS`; undefined for anything else. */
export const parseSender = (text: string): Sender | undefined => {
	const [, name = '', bracketed, bare] =
		/^(?:([^<>"\p{Cc}]*)<([^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+)>|([^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+))$/u.exec(text.trim()) ??
		[];
	const address = bracketed ?? bare;
	return address === undefined ? undefined : { name: name.trim(), address };
};
