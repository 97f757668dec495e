/** Longer lists, longer values and longer names belong to no mail app. */
const longest = { list: 1000, value: 64, name: 48 } as const;

/** One thing of an ID list: a quoted string with its escapes, or NIL. */
const item = /\s*(?:"((?:[^"\\]|\\.){0,1000})"|(NIL))/iy;

/** Letters, digits and what names of programs are written with; not what turns, hides or ends a line, nor what looks like an address. */
const plain = /^[\p{L}\p{N}][\p{L}\p{N} .,+&'()_-]*$/u;

/** The fields of an ID list (RFC 2971) without its brackets, as Dovecot hands it on: `"name" "Thunderbird" "version" "115.3"`. */
const fieldsOf = (list: string): ReadonlyMap<string, string> => {
	const fields = new Map<string, string>();
	const items: string[] = [];
	item.lastIndex = 0;
	for (let found = item.exec(list); found !== null; found = item.exec(list)) {
		items.push((found[1] ?? '').replace(/\\(.)/g, '$1'));
	}
	for (let at = 0; at + 1 < items.length; at += 2) {
		const [name = '', value = ''] = items.slice(at, at + 2);
		if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.normalize('NFKC').trim());
	}
	return fields;
};

const usable = (value: string | undefined): string =>
	value !== undefined && value.length <= longest.value && plain.test(value) ? value : '';

/** `115.3.1` is told as 115: people know the year of their app, not its build. Apple's `21A329` tells nobody anything. */
const mainVersion = (version: string): string => /^\d{1,4}(?=\.|$)/.exec(version)?.[0] ?? '';

/**
 * What a mail app calls itself, short enough for a list: "Thunderbird 115", "iPhone Mail". Anybody may say anything before
 * signing in, so it is for people to recognise an app by; what is no plain name is empty, like what is not known.
 */
export const mailAppName = (clientId: string | undefined): string => {
	if (clientId === undefined || clientId === '' || clientId.length > longest.list) return '';
	const fields = fieldsOf(clientId);
	const name = usable(fields.get('name'));
	if (name === '') return '';
	const version = mainVersion(usable(fields.get('version')));
	const told = version === '' || name.endsWith(version) ? name : `${name} ${version}`;
	return told.length <= longest.name ? told : name.slice(0, longest.name).trim();
};
