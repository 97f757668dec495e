import { isIP } from 'node:net';

/** Expands an IPv6 address to its eight groups; the caller has checked that it is one. */
const groups = (address: string): string[] => {
	const plain = address.split('%')[0] ?? '';
	const [head = '', tail] = plain.split('::');
	const left = head === '' ? [] : head.split(':');
	const right = tail === undefined || tail === '' ? [] : tail.split(':');
	const missing = tail === undefined ? 0 : 8 - left.length - right.length;
	return [...left, ...Array.from({ length: missing }, () => '0'), ...right].map((group) =>
		Number.parseInt(group, 16).toString(16),
	);
};

/**
 * The network an address counts under: its /24 (IPv4, also mapped into IPv6) or /64 (IPv6), since one person commands
 * all of the latter. Text that is no address is its own network.
 */
export const networkOf = (address: string): string => {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
	if (isIP(mapped) === 4) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
	if (isIP(mapped) === 6) return `${groups(mapped).slice(0, 4).join(':')}::/64`;
	return mapped;
};
