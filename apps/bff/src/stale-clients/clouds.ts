import { BlockList, isIP } from 'node:net';
import type { StaleClientView } from '@mailward/shared/contract/stale-clients.ts';

/** Whose computers fetch mail in the place of the mail app. */
type Cloud = NonNullable<StaleClientView['cloud']>;

/** Networks as their owners publish them; those of one owner are many, and change seldom. */
const networks: Readonly<Record<Cloud, readonly string[]>> = {
	// "Exchange Online" of Microsoft's list of endpoints (endpoints.office.com, Worldwide, ids 1 and 9).
	microsoft: [
		'13.107.6.152/31',
		'13.107.18.10/31',
		'13.107.128.0/22',
		'23.103.160.0/20',
		'40.92.0.0/15',
		'40.96.0.0/13',
		'40.104.0.0/15',
		'40.107.0.0/16',
		'52.96.0.0/14',
		'52.100.0.0/14',
		'52.238.78.88/32',
		'104.47.0.0/17',
		'131.253.33.215/32',
		'132.245.0.0/16',
		'150.171.32.0/22',
		'204.79.197.215/32',
		'2603:1006::/40',
		'2603:1016::/36',
		'2603:1026::/36',
		'2603:1036::/36',
		'2603:1046::/36',
		'2603:1056::/36',
		'2620:1ec:4::152/127',
		'2620:1ec:c::10/127',
		'2620:1ec:d::10/127',
		'2620:1ec:8f0::/46',
		'2620:1ec:900::/46',
		'2620:1ec:a92::152/127',
		'2a01:111:f400::/48',
		'2a01:111:f403::/48',
	],
	// _netblocks, _netblocks2 and _netblocks3.google.com, as _spf.google.com has named them.
	google: [
		'35.190.247.0/24',
		'35.191.0.0/16',
		'64.233.160.0/19',
		'66.102.0.0/20',
		'66.249.80.0/20',
		'72.14.192.0/18',
		'74.125.0.0/16',
		'108.177.8.0/21',
		'108.177.96.0/19',
		'130.211.0.0/22',
		'172.217.0.0/19',
		'172.217.32.0/20',
		'172.217.128.0/19',
		'172.217.160.0/20',
		'172.217.192.0/19',
		'172.253.56.0/21',
		'172.253.112.0/20',
		'173.194.0.0/16',
		'209.85.128.0/17',
		'216.58.192.0/19',
		'216.239.32.0/19',
		'2001:4860:4000::/36',
		'2404:6800:4000::/36',
		'2607:f8b0:4000::/36',
		'2800:3f0:4000::/36',
		'2a00:1450:4000::/36',
		'2c0f:fb50:4000::/36',
	],
};

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const holding = Object.entries(networks).map(([cloud, each]) => {
	const holds = new BlockList();
	for (const network of each) {
		const [address = '', bits] = network.split('/');
		holds.addSubnet(address, Number(bits), family(address));
	}
	return { cloud: cloud as Cloud, holds };
});

/** Whose cloud the address is in; null for a person's own network, and for text that is no address. */
export const cloudOf = (address: string): Cloud | null => {
	if (isIP(address) === 0) return null;
	return holding.find(({ holds }) => holds.check(address, family(address)))?.cloud ?? null;
};
