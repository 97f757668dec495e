import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

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
			site: { defaultDomain: 'example.edu.cn', mail: { imap: { port: 993, security: 'tls' } } },
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
		['DATABASE_URL', 'mysql://x', 'DATABASE_URL'],
		['MAILWARD_HELP_DESK_URL', 'javascript:alert(1)', 'MAILWARD_HELP_DESK_URL'],
	])('refuses %s=%s', (name, value, message) => {
		expect(() => readConfig({ ...right, [name]: value })).toThrow(message);
	});

	it('repeats no secret in what it says', () => {
		try {
			readConfig({ ...right, MAILWARD_MAIL_KEY: 'tooshort-but-private' });
			expect.unreachable();
		} catch (error) {
			expect(String(error)).not.toContain('tooshort-but-private');
		}
	});
});
