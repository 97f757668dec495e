import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The network address of whoever sent a request. */
export type ClientAddress = (context: Context) => string;

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const plain = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;

/**
 * The socket's address; where that is a configured proxy, the right-most address in `X-Forwarded-For` that is not one.
 * No other header is ever believed (Hono CVE-2026-24398). Throws on what is neither an address nor a network.
 */
export const createClientAddress = (trustedProxies: readonly string[]): ClientAddress => {
	const trusted = new BlockList();
	for (const entry of trustedProxies) {
		const [address = '', bits] = entry.split('/');
		if (isIP(address) === 0) throw new Error(`MAILWARD_TRUSTED_PROXIES: ${entry} is not an address or network`);
		if (bits === undefined) trusted.addAddress(address, family(address));
		else trusted.addSubnet(address, Number(bits), family(address));
	}
	const isTrusted = (address: string) => isIP(address) !== 0 && trusted.check(address, family(address));

	return (context) => {
		const peer = plain(getConnInfo(context).remote.address ?? '');
		if (trustedProxies.length === 0 || !isTrusted(peer)) return peer;
		const hops = (context.req.header('X-Forwarded-For') ?? '')
			.split(',')
			.map((hop) => plain(hop.trim()))
			.filter((hop) => hop !== '');
		let client = peer;
		for (const hop of hops.reverse()) {
			if (isIP(hop) === 0) return client;
			client = hop;
			if (!isTrusted(hop)) return client;
		}
		return client;
	};
};
