/** An origin that nothing can be on (RFC 2606): only a path that stays on it is a path of this site. */
const here = 'https://portal.invalid';

/** Pages that lead somewhere and are no place to be. */
const onTheWay = /^\/sign-in(\/|$)|\/set-up(\/|$)/;

/**
 * The page a person was on the way to, from `?next=`, or `undefined` when it is none of ours: another site's address in
 * any disguise (`//host`, `/\host`, control characters that browsers skip), the sign-in itself, or a set-up, which would
 * begin again.
 */
export const nextPath = (next: string | null): string | undefined => {
	if (next === null || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return undefined;
	let url: URL;
	try {
		url = new URL(next, here);
	} catch {
		return undefined;
	}
	if (url.origin !== here || url.pathname.startsWith('//') || onTheWay.test(url.pathname)) return undefined;
	return url.pathname + url.search + url.hash;
};

/** `path` with the way on kept, for the steps between here and there. */
export const withNext = (path: string, next: string | undefined): string =>
	next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`;
