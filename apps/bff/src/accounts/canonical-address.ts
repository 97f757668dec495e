import { domainToASCII } from 'node:url';

/** Which domains this installation serves; a bare name belongs to the first. */
export type Domains = readonly [string, ...string[]];

/** RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all. */
const localLength = 64;
const addressLength = 254;

/**
 * The unquoted local part of RFC 5322, 3.2.3, in the one case we keep, without what means something else to mail servers:
 * `*` parts a name from a master user's, `%` and `!` route, `/` is a folder, and `$`, `` ` ``, `{`, `|`, `}` are a shell's.
 */
const localForm = /^[a-z0-9#&'+=?^_~-]+(\.[a-z0-9#&'+=?^_~-]+)*$/;

/**
 * `domainToASCII` cuts at `/`, `?` and `#`, decodes `%` and drops what is invisible; we guess at none of it. The full stop
 * of Chinese keyboards is a dot to it (UTS 46), and to us.
 */
const domainForm = /^[\p{L}\p{M}\p{N}.。-]+$/u;

/** A domain of ours is in its ASCII form, and converting costs more than all the other steps together. */
const asciiDomain = (typed: string, domains: Domains): string => {
	if (domains.includes(typed)) return typed;
	return domainForm.test(typed) ? domainToASCII(typed) : '';
};

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
	const typedDomain = at < 0 ? domains[0] : text.slice(at + 1);
	const domain = asciiDomain(typedDomain, domains);
	if (local.length > localLength || !localForm.test(local) || !domains.includes(domain)) return undefined;
	const address = `${local}@${domain}`;
	return address.length <= addressLength ? address : undefined;
};
