import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createClientAddress } from './client-address.ts';

const seen = async (trusted: string[], peer: string, headers: Record<string, string> = {}) => {
	const clientAddress = createClientAddress(trusted);
	const app = new Hono().get('/', (context) => context.text(clientAddress(context)));
	const response = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: peer } } });
	return response.text();
};
const forwarded = (value: string) => ({ 'X-Forwarded-For': value });

describe('the client’s address (promise 32; Hono CVE-2026-24398)', () => {
	// The attack: a header claims another address, to escape a limit or to have somebody else limited.
	it('is the socket’s where no proxy is configured, whatever the headers say', async () => {
		for (const name of [
			'X-Forwarded-For',
			'X-Real-IP',
			'Forwarded',
			'CF-Connecting-IP',
			'True-Client-IP',
			'X-Client-IP',
		]) {
			expect(await seen([], '203.0.113.7', { [name]: '192.0.2.1' })).toBe('203.0.113.7');
		}
	});

	it('is the socket’s where the socket is no configured proxy', async () => {
		expect(await seen(['10.0.0.0/8'], '203.0.113.7', forwarded('192.0.2.1'))).toBe('203.0.113.7');
	});

	it.each([
		['the one hop before the proxy', '192.0.2.1', '192.0.2.1'],
		['the right-most that is no proxy; what stands to its left is hearsay', '198.51.100.1, 192.0.2.1', '192.0.2.1'],
		['behind two proxies', '192.0.2.1, 10.1.1.1', '192.0.2.1'],
		['IPv6', '2001:db8::1', '2001:db8::1'],
		['IPv4 written as IPv6', '::ffff:192.0.2.1', '192.0.2.1'],
		['the proxy’s own where the header is empty', '', '10.0.0.1'],
		['the proxy’s own where the header is nonsense', 'unknown', '10.0.0.1'],
		['the proxy’s own where the last hop is nonsense', '192.0.2.1, <script>', '10.0.0.1'],
		['the last believable one where an earlier hop is nonsense', 'x, 10.2.2.2', '10.2.2.2'],
		['no address with a port', '192.0.2.1:5555', '10.0.0.1'],
	])('is, from a configured proxy, %s', async (_what, header, expected) => {
		expect(await seen(['10.0.0.0/8'], '10.0.0.1', forwarded(header))).toBe(expected);
		expect(await seen(['10.0.0.0/8'], '::ffff:10.0.0.1', forwarded(header))).toBe(expected);
	});

	it('believes no other header of a configured proxy', async () => {
		expect(await seen(['10.0.0.1'], '10.0.0.1', { 'X-Real-IP': '192.0.2.1' })).toBe('10.0.0.1');
	});

	it('takes addresses and networks of both families as proxies', async () => {
		expect(await seen(['2001:db8:1::/48'], '2001:db8:1::5', forwarded('192.0.2.1'))).toBe('192.0.2.1');
		expect(await seen(['2001:db8:1::5'], '2001:db8:1::6', forwarded('192.0.2.1'))).toBe('2001:db8:1::6');
	});

	it.each(['proxy.example', '10.0.0.0/99', '10.0.0', '*', ''])('refuses the setting %j at start', (entry) => {
		expect(() => createClientAddress([entry])).toThrow();
	});
});
