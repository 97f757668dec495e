import { describe, expect, it } from 'vitest';
import { readDnsSettings } from '../config.ts';
import { type DnsSettings, dnsRecords } from './dns-records.ts';

const settings: DnsSettings = {
	mail: {
		imap: { host: 'imap.example.edu.cn', port: 993, security: 'tls' },
		pop3: { host: 'pop.example.edu.cn', port: 995, security: 'tls' },
		submission: { host: 'smtp.example.edu.cn', port: 465, security: 'tls' },
	},
	domains: ['example.edu.cn'],
	publicOrigin: 'https://id.example.edu.cn',
};

/** What is not a comment, in columns: name, seconds, class, type, data. */
const recordsIn = (zone: string): string[][] =>
	zone
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith(';'))
		.map((line) => line.split(' '));
const dataOf = (zone: string) =>
	Object.fromEntries(recordsIn(zone).map(([name, , , type, ...data]) => [name, `${type} ${data.join(' ')}`]));

describe('the DNS records to publish', () => {
	it('lead mail apps to their servers, and to what sets them up', () => {
		expect(dataOf(dnsRecords(settings))).toEqual({
			'_imaps._tcp.example.edu.cn.': 'SRV 0 1 993 imap.example.edu.cn.',
			'_imap._tcp.example.edu.cn.': 'SRV 0 0 0 .',
			'_pop3s._tcp.example.edu.cn.': 'SRV 10 1 995 pop.example.edu.cn.',
			'_pop3._tcp.example.edu.cn.': 'SRV 0 0 0 .',
			'_submissions._tcp.example.edu.cn.': 'SRV 0 1 465 smtp.example.edu.cn.',
			'_submission._tcp.example.edu.cn.': 'SRV 0 0 0 .',
			'autoconfig.example.edu.cn.': 'CNAME id.example.edu.cn.',
			'autodiscover.example.edu.cn.': 'CNAME id.example.edu.cn.',
			'_autodiscover._tcp.example.edu.cn.': 'SRV 0 1 443 id.example.edu.cn.',
		});
	});

	it('are of the form that zone files have, with absolute names', () => {
		for (const [name, seconds, kind, type, ...data] of recordsIn(dnsRecords(settings))) {
			expect([seconds, kind]).toEqual(['3600', 'IN']);
			expect(name).toMatch(/^[a-z0-9_.-]+\.$/);
			expect(data.join(' ')).toMatch(type === 'SRV' ? /^\d+ \d+ \d+ ([a-z0-9.-]+)?\.$/ : /^[a-z0-9.-]+\.$/);
		}
	});

	it.each(['smtp.example.edu.cn:587', 'starttls://smtp.example.edu.cn'])(
		'say STARTTLS where that is what the servers speak, as of %s',
		(MAILWARD_SUBMISSION_SERVER) => {
			const data = dataOf(
				dnsRecords(
					readDnsSettings({
						MAILWARD_PUBLIC_ORIGIN: settings.publicOrigin,
						MAILWARD_DOMAINS: 'example.edu.cn',
						MAILWARD_SUBMISSION_SERVER,
					}),
				),
			);
			expect(data['_submission._tcp.example.edu.cn.']).toBe('SRV 0 1 587 smtp.example.edu.cn.');
			expect(data['_submissions._tcp.example.edu.cn.']).toBe('SRV 0 0 0 .');
		},
	);

	it('name no server by its address, and say what is wrong with it', () => {
		const imap = { host: '192.0.2.5', port: 993, security: 'tls' } as const;
		const zone = dnsRecords({ ...settings, mail: { ...settings.mail, imap } });
		const data = dataOf(zone);
		expect(data).not.toHaveProperty(['_imaps._tcp.example.edu.cn.']);
		expect(data['_imap._tcp.example.edu.cn.']).toBe('SRV 0 0 0 .');
		expect(zone).toMatch(
			/^; _imaps\._tcp\.example\.edu\.cn\. .*192\.0\.2\.5 is an address, and a host name is needed/m,
		);
	});

	it('are there for every domain, in its ASCII form', () => {
		const names = recordsIn(dnsRecords({ ...settings, domains: ['example.edu.cn', 'xn--pss25c.cn'] })).map(
			([name]) => name,
		);
		expect(names).toHaveLength(18);
		expect(names).toContain('_imaps._tcp.xn--pss25c.cn.');
	});

	it('name nothing by itself', () => {
		const zone = dnsRecords({ ...settings, publicOrigin: 'https://autoconfig.example.edu.cn' });
		expect(dataOf(zone)).not.toHaveProperty(['autoconfig.example.edu.cn.']);
		expect(zone).toContain('; autoconfig.example.edu.cn is the portal itself.');
	});

	it.each(['http://localhost:8080', 'https://192.0.2.7', 'https://[2001:db8::7]'])(
		'lead to no portal at %s, which no mail program could reach by name and TLS',
		(publicOrigin) => {
			const data = dataOf(dnsRecords({ ...settings, publicOrigin }));
			expect(Object.keys(data)).toHaveLength(6);
		},
	);

	it('say that an alias knows no port', () => {
		const zone = dnsRecords({ ...settings, publicOrigin: 'https://id.example.edu.cn:8443' });
		expect(zone).toContain('must lead to port 443');
		expect(dataOf(zone)).not.toHaveProperty(['autodiscover.example.edu.cn.']);
		expect(dataOf(zone)['_autodiscover._tcp.example.edu.cn.']).toBe('SRV 0 1 8443 id.example.edu.cn.');
	});
});
