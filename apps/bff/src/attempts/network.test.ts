import { describe, expect, it } from 'vitest';
import { networkOf } from './network.ts';

describe('the network an address counts under', () => {
	it.each([
		['192.0.2.1', '192.0.2.0/24'],
		['192.0.2.254', '192.0.2.0/24'],
		['::ffff:192.0.2.9', '192.0.2.0/24'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
		['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
		['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
		['::1', '0:0:0:0::/64'],
		['fe80::1%eth0', 'fe80:0:0:0::/64'],
		['no address', 'no address'],
		['', ''],
	])('of %j is %j', (address, network) => {
		expect(networkOf(address)).toBe(network);
	});
});
