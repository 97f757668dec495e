/**
 * The one text of every refusal, as long as mail apps show and nginx carries; ASCII, since old ones show nothing else.
 * RFC 4954 and the big providers call this state "application-specific password required".
 */
export const refusalText = (publicOrigin: string): string =>
	`Application-specific password required: ${publicOrigin}/security/client-passwords`;
