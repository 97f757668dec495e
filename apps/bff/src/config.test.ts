import { describe, expect, it } from 'vitest';
import { readConfig, readMailServers, readStorageConfig } from './config.ts';

const right = {
	MAILWARD_PUBLIC_ORIGIN: 'https://mail.example.edu.cn',
	MAILWARD_MAIL_KEY: 'uYx3o9K2vQ7nT4bW8rE1pL6sD5gH0jZc',
	MAILWARD_DOMAINS: 'Example.edu.cn, 大学.cn',
};

describe('configuration', () => {
	it('has defaults for all but origin, key and domains', () => {
		expect(readConfig(right)).toMatchObject({
			host: '127.0.0.1',
			port: 8080,
			internalHost: '127.0.0.1',
			internalPort: 8090,
			domains: ['example.edu.cn', 'xn--pss25c.cn'],
			trustedProxies: [],
			site: { defaultDomain: 'example.edu.cn', mail: { imap: { port: 993, security: 'tls' } }, notices: false },
			mail: undefined,
			timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
			places: [],
			locationDatabase: undefined,
			changePasswordUrl: '',
		});
	});

	it('sends notices where a mail server is named, from an address of the domain unless another is given', () => {
		const MAILWARD_SMTP_URL = 'smtp://mailward:p%40ss@relay.example.edu.cn:587';
		expect(readConfig({ ...right, MAILWARD_SMTP_URL })).toMatchObject({
			site: { notices: true },
			mail: {
				server: { host: 'relay.example.edu.cn', port: 587, credentials: { user: 'mailward', pass: 'p@ss' } },
				from: { name: '', address: 'no-reply@example.edu.cn' },
			},
		});
		const MAILWARD_NOTICE_FROM = '示范大学 <security@example.edu.cn>';
		expect(readConfig({ ...right, MAILWARD_SMTP_URL, MAILWARD_NOTICE_FROM }).mail?.from).toEqual({
			name: '示范大学',
			address: 'security@example.edu.cn',
		});
		expect(readStorageConfig({ ...right, MAILWARD_SMTP_URL }).notices).toBe(true);
		expect(readStorageConfig(right).notices).toBe(false);
	});

	it('knows networks by name, and the time zone by its own', () => {
		const config = readConfig({
			...right,
			MAILWARD_PLACES: '10.0.0.0/8=校园网|Campus network',
			MAILWARD_TIME_ZONE: 'Asia/Shanghai',
		});
		expect(config.places).toEqual([{ address: '10.0.0.0', bits: 8, place: { zh: '校园网', en: 'Campus network' } }]);
		expect(config.timeZone).toBe('Asia/Shanghai');
	});

	describe('the servers people are told of', () => {
		it('are those of the first domain, with TLS from the first byte, unless others are named', () => {
			expect(readConfig(right).site.mail).toEqual({
				imap: { host: 'example.edu.cn', port: 993, security: 'tls' },
				pop3: { host: 'example.edu.cn', port: 995, security: 'tls' },
				submission: { host: 'example.edu.cn', port: 465, security: 'tls' },
			});
		});

		it.each([
			['smtp.example.edu.cn', 465, 'tls'],
			['smtp.example.edu.cn:587', 587, 'starttls'],
			['smtp.example.edu.cn:25', 25, 'starttls'],
			['smtp.example.edu.cn:143', 143, 'starttls'],
			['smtp.example.edu.cn:110', 110, 'starttls'],
			['smtp.example.edu.cn:2465', 2465, 'tls'],
			['starttls://smtp.example.edu.cn', 587, 'starttls'],
			['starttls://smtp.example.edu.cn:2587', 2587, 'starttls'],
			['tls://smtp.example.edu.cn', 465, 'tls'],
			['TLS://smtp.example.edu.cn:587', 587, 'tls'],
		])('%s: port %i by %s', (MAILWARD_SUBMISSION_SERVER, port, security) => {
			const server = { host: 'smtp.example.edu.cn', port, security };
			expect(readConfig({ ...right, MAILWARD_SUBMISSION_SERVER }).site.mail.submission).toEqual(server);
			expect(readMailServers({ ...right, MAILWARD_SUBMISSION_SERVER }).submission).toEqual(server);
		});

		it('begin by STARTTLS at the port of their own protocol', () => {
			const MAILWARD_IMAP_SERVER = 'starttls://mail.example.edu.cn';
			const MAILWARD_POP3_SERVER = 'starttls://mail.example.edu.cn';
			expect(readConfig({ ...right, MAILWARD_IMAP_SERVER, MAILWARD_POP3_SERVER }).site.mail).toMatchObject({
				imap: { port: 143, security: 'starttls' },
				pop3: { port: 110, security: 'starttls' },
			});
		});
	});

	it('names everything that is missing at once', () => {
		expect(() => readConfig({})).toThrow(
			/MAILWARD_PUBLIC_ORIGIN is missing\n.*MAILWARD_MAIL_KEY is missing\n.*MAILWARD_DOMAINS is missing/,
		);
	});

	it.each([
		['MAILWARD_PUBLIC_ORIGIN', 'http://mail.example.edu.cn', 'must be https'],
		['MAILWARD_PUBLIC_ORIGIN', 'https://mail.example.edu.cn/portal', 'must be an origin'],
		['MAILWARD_PUBLIC_ORIGIN', 'mail.example.edu.cn', 'MAILWARD_PUBLIC_ORIGIN'],
		['MAILWARD_MAIL_KEY', 'short', 'at least 32 characters'],
		['MAILWARD_MAIL_KEY', 'demo-key-demo-key-demo-key-demo-key', 'demonstration value'],
		['MAILWARD_DOMAINS', ' , ', 'at least one mail domain'],
		['MAILWARD_PORT', '0', 'MAILWARD_PORT'],
		['MAILWARD_PORT', 'http', 'MAILWARD_PORT'],
		['MAILWARD_UPSTREAM_IMAP', 'mail.example.edu.cn:143', 'must be ADDRESS:PORT'],
		['MAILWARD_UPSTREAM_MASTER_USER', 'mailward', 'go together'],
		['MAILWARD_IMAP_SERVER', 'imaps://mail.example.edu.cn', 'must be HOST or HOST:PORT'],
		['MAILWARD_POP3_SERVER', 'mail.example.edu.cn:0', 'must be HOST or HOST:PORT'],
		['MAILWARD_SUBMISSION_SERVER', 'mail.example.edu.cn:65536', 'must be HOST or HOST:PORT'],
		['DATABASE_URL', 'mysql://x', 'DATABASE_URL'],
		['MAILWARD_SMTP_URL', 'relay.example.edu.cn:25', 'must be smtp://HOST:PORT'],
		['MAILWARD_NOTICE_FROM', 'a@example.edu.cn, b@example.edu.cn', 'must be ADDRESS or NAME <ADDRESS>'],
		['MAILWARD_TIME_ZONE', 'Asia/Nowhere', 'must be the name of a time zone'],
		['MAILWARD_PLACES', '10.0.0.0/8', 'must be NETWORK=NAME'],
		['MAILWARD_PLACES', '10.0.0.0/8=', 'gives 10.0.0.0 no name'],
		['MAILWARD_LOCATION_DATABASE', '/nowhere/city.mmdb', 'names no file'],
		['MAILWARD_CHANGE_PASSWORD_URL', 'javascript:alert(1)', 'MAILWARD_CHANGE_PASSWORD_URL'],
		['MAILWARD_HELP_DESK_URL', 'javascript:alert(1)', 'MAILWARD_HELP_DESK_URL'],
	])('refuses %s=%s', (name, value, message) => {
		expect(() => readConfig({ ...right, [name]: value })).toThrow(message);
	});

	it.each([
		['MAILWARD_MAIL_KEY', 'tooshort-but-private'],
		['MAILWARD_SMTP_URL', 'smtp://mailward:tooshort-but-private@'],
		['MAILWARD_SMTP_URL', 'smtp://mailward:tooshort-but-private%@relay.example.edu.cn'],
	])('repeats no secret of %s in what it says', (name, value) => {
		try {
			readConfig({ ...right, [name]: value });
			expect.unreachable();
		} catch (error) {
			expect(String(error)).toContain(name);
			expect(String(error)).not.toContain('tooshort-but-private');
		}
	});
});
