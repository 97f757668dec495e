import { domainToASCII } from 'node:url';

/** Which domains this installation serves; a bare name belongs to the first. */
export type Domains = readonly [string, ...string[]];

/** RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all. */
const localLength = 64;
const addressLength = 254;

/** The unquoted local part of RFC 5322, 3.2.3, in the one case we keep. */
const localForm = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/**
 * The one form of an address that every check uses: NFKC (full-width letters and ＠ become plain), lower case, the
 * default domain added to a bare name, the domain in its ASCII form. `undefined` for what is no address of a domain we
 * serve; letters that merely look alike do not normalise and are refused (Authelia CVE-2025-24806).
 */
export const canonicalAddress = (typed: string, domains: Domains): string | undefined => {
	if (typed.length > 4 * addressLength) return undefined;
	const text = typed.trim().normalize('NFKC').toLowerCase();
	const at = text.lastIndexOf('@');
	const local = at < 0 ? text : text.slice(0, at);
	const domain = at < 0 ? domains[0] : domainToASCII(text.slice(at + 1));
	if (local.length > localLength || !localForm.test(local) || !domains.includes(domain)) return undefined;
	const address = `${local}@${domain}`;
	return address.length <= addressLength ? address : undefined;
};
