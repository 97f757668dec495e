import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, type Domains } from './canonical-address.ts';

const domains: Domains = ['example.edu.cn', 'alumni.example.edu.cn', 'xn--pss25c.cn'];
const canonical = (typed: string) => canonicalAddress(typed, domains);
const lin = 'lin@example.edu.cn';

describe('the canonical address (promise 31; Authelia CVE-2025-24806)', () => {
	it.each([
		['lin', lin],
		['LIN', lin],
		[' lin@example.edu.cn\t', lin],
		['\u3000lin@example.edu.cn\u3000', lin],
		['Lin@EXAMPLE.edu.CN', lin],
		['ｌｉｎ＠ｅｘａｍｐｌｅ．ｅｄｕ．ｃｎ', lin],
		['lin@example。edu。cn', lin],
		['ﬁn@example.edu.cn', 'fin@example.edu.cn'],
		['ⓛin@example.edu.cn', lin],
		['lin@alumni.example.edu.cn', 'lin@alumni.example.edu.cn'],
		['lin@大学.cn', 'lin@xn--pss25c.cn'],
		['lin@XN--PSS25C.cn', 'lin@xn--pss25c.cn'],
		['lin+lists@example.edu.cn', 'lin+lists@example.edu.cn'],
		["o'brien_1", "o'brien_1@example.edu.cn"],
		['\u212aelvin', 'kelvin@example.edu.cn'],
	])('of %j is %s', (typed, address) => {
		expect(canonical(typed)).toBe(address);
	});

	// The attack: an address that one check takes for the account, and another for somebody else.
	it.each([
		['a Cyrillic a', 'l\u0456n'],
		['a Greek omicron', 'r\u03bfot'],
		['a dotless i', 'l\u0131n'],
		['a dotted capital I', 'L\u0130N'],
		['a sharp s', 'stra\u00dfe'],
		['an accent', 'l\u00edn'],
		['an accent that is drawn over the letter before', 'li\u0301n'],
		['a soft hyphen', 'li\u00adn'],
		['a zero-width space', 'li\u200bn'],
		['a zero-width joiner', 'li\u200dn'],
		['a right-to-left mark', 'li\u202en'],
		['NUL', 'lin\u0000'],
		['a line break', 'lin\r\n'.concat('x')],
		['a blank inside', 'l in'],
		['a master user after an asterisk', 'lin*mailward@example.edu.cn'],
		['a route by percent sign', 'lin%elsewhere.example@example.edu.cn'],
		['a route by exclamation mark', 'elsewhere!lin@example.edu.cn'],
		['a folder', '../lin@example.edu.cn'],
		['a shell variable', '$lin@example.edu.cn'],
		['a pipe', '|lin@example.edu.cn'],
		['a quoted name', '"lin"@example.edu.cn'],
		['a comment', 'lin(comment)@example.edu.cn'],
		['two at signs', 'lin@evil.example@example.edu.cn'],
		['a dot at the end of the name', 'lin.@example.edu.cn'],
		['a dot at the beginning', '.lin@example.edu.cn'],
		['two dots', 'l..in@example.edu.cn'],
		['no name', '@example.edu.cn'],
		['no domain', 'lin@'],
		['nothing', ''],
		['blanks', '   '],
		['a domain that is not ours', 'lin@elsewhere.example'],
		['a domain below ours', 'lin@mail.example.edu.cn'],
		['a domain that ends like ours', 'lin@evil-example.edu.cn'],
		['a dot at the end of the domain', 'lin@example.edu.cn.'],
		['a port', 'lin@example.edu.cn:25'],
		['a path after the domain', 'lin@example.edu.cn/x'],
		['a query after the domain', 'lin@example.edu.cn?x'],
		['a fragment after the domain', 'lin@example.edu.cn#x'],
		['a backslash after the domain', 'lin@example.edu.cn\\x'],
		['an escaped letter in the domain', 'lin@%65xample.edu.cn'],
		['a master user behind the name', 'lin*nginxproxy'],
		['a route', 'lin%example.org'],
		['a folder', '../lin'],
		['a tab in the domain', 'lin@exam\tple.edu.cn'],
		['a soft hyphen in the domain', 'lin@exam\u00adple.edu.cn'],
		['a zero-width space in the domain', 'lin@example.edu.cn\u200b'],
		['a Cyrillic a in the domain', 'lin@ex\u0430mple.edu.cn'],
		['a literal address', 'lin@[127.0.0.1]'],
		['a name longer than any', `${'x'.repeat(65)}@example.edu.cn`],
		['an address longer than any', `${'x'.repeat(5000)}@example.edu.cn`],
	])('refuses %s', (_what, typed) => {
		expect(canonical(typed)).toBeUndefined();
	});

	it('of a canonical address is that address, whatever was typed', () => {
		const text = fc.oneof(
			fc.emailAddress(),
			fc.string({ unit: 'binary', maxLength: 40 }),
			fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
			fc.string({ unit: fc.constantFrom('l', 'I', 'ｎ', '.', '@', '＠', 'ﬁ', '\u212a', '%', '/'), maxLength: 8 }),
		);
		fc.assert(
			fc.property(text, fc.constantFrom('', ...domains.map((domain) => `@${domain}`)), (local, domain) => {
				const address = canonical(local + domain);
				fc.pre(address !== undefined);
				expect(canonical(address)).toBe(address);
				expect(address).toMatch(/^[\x21-\x7e]+$/);
				expect(canonical(address.toUpperCase())).toBe(address);
				expect(domains).toContain(address.slice(address.lastIndexOf('@') + 1));
			}),
			{ numRuns: 500 },
		);
	});

	it('adds the first domain to a bare name, and to nothing else', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-z0-9]{1,20}$/), (name) => {
				expect(canonical(name)).toBe(`${name}@example.edu.cn`);
			}),
		);
	});
});
