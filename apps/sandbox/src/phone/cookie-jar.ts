/** The cookies of one browser for one site (RFC 6265); when they end by themselves is not kept. */
export interface CookieJar {
	/** As `Set-Cookie` has them. */
	store(lines: readonly string[]): void;
	/** As `Cookie` wants them; empty without any. */
	header(): string;
}

const endsNow = (attributes: readonly string[]): boolean =>
	attributes.some((attribute) => {
		const [name = '', value = ''] = attribute.split('=').map((part) => part.trim());
		if (/^max-age$/i.test(name)) return Number(value) <= 0;
		return /^expires$/i.test(name) && Date.parse(value) <= 0;
	});

export const createCookieJar = (): CookieJar => {
	const cookies = new Map<string, string>();
	return {
		store(lines) {
			for (const line of lines) {
				const [pair = '', ...attributes] = line.split(';');
				const name = pair.slice(0, pair.indexOf('=')).trim();
				if (endsNow(attributes)) cookies.delete(name);
				else cookies.set(name, pair.trim());
			}
		},
		header: () => [...cookies.values()].join('; '),
	};
};
