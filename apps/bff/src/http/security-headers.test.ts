import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../storage/test-databases.ts';
import { anyMailApp, createTestApp, origin, type TestApp, testConfig, webPassword } from '../testing/test-app.ts';

describe('headers (promises 14 and 16; OWASP ASVS 3.4)', () => {
	const webFolder = mkdtempSync(join(tmpdir(), 'mailward-web-'));
	let app: TestApp;
	let local: TestApp;
	beforeAll(async () => {
		mkdirSync(join(webFolder, 'assets'));
		writeFileSync(join(webFolder, 'index.html'), '<!doctype html><html lang="en"><body></body></html>');
		writeFileSync(join(webFolder, 'assets', 'app-1a2b.js'), 'export {};');
		writeFileSync(join(webFolder, '..', 'outside.txt'), 'outside');
		const { db } = await createTestDatabase();
		app = createTestApp({ db, webFolder });
		local = createTestApp({ db, webFolder, config: testConfig({ MAILWARD_PUBLIC_ORIGIN: 'http://localhost:8080' }) });
	});
	afterAll(() => {
		rmSync(webFolder, { recursive: true });
		rmSync(join(tmpdir(), 'outside.txt'));
	});

	const everyKind = [
		'/',
		'/sign-in',
		'/api/site',
		'/api/session',
		'/api/methods',
		'/api/nowhere',
		'/assets/nowhere.js',
		'/assets/app-1a2b.js',
	];

	it.each(everyKind)('of %s let no script in, and nobody frame us', async (path) => {
		const { headers } = await app.browser().send(path);
		const policy = new Map(
			(headers.get('Content-Security-Policy') ?? '').split(';').map((part) => {
				const [name = '', ...values] = part.trim().split(/\s+/);
				return [name, values.join(' ')];
			}),
		);
		expect(policy.get('default-src')).toBe("'none'");
		expect(policy.get('script-src')).toBe("'self'");
		expect(policy.get('style-src')).toBe("'self'");
		expect(policy.get('frame-ancestors')).toBe("'none'");
		expect(policy.get('base-uri')).toBe("'none'");
		expect(policy.get('form-action')).toBe("'self'");
		expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe|\*|http/);
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		expect(headers.get('X-Frame-Options')).toBe('DENY');
		expect(headers.get('Referrer-Policy')).toBe('no-referrer');
		expect(headers.get('Strict-Transport-Security')).toMatch(/max-age=63072000/);
		expect(headers.get('Server')).toBeNull();
		expect(headers.get('X-Powered-By')).toBeNull();
	});

	it('ask for TLS for good only where we are served by it', async () => {
		expect((await local.browser().send('/')).headers.get('Strict-Transport-Security')).toBeNull();
	});

	it('of every answer of the API forbid keeping it', async () => {
		const { browser } = await app.addPersonWithTotp();
		const answers = await Promise.all([
			browser.send('/api/session'),
			browser.send('/api/site'),
			browser.send('/api/methods'),
			browser.send('/api/nowhere'),
			browser.call('POST /api/client-passwords', {
				body: { ...anyMailApp, name: 'Phone', idempotencyKey: crypto.randomUUID() },
			}),
			browser.call('POST /api/enrolments', { body: { kind: 'totp' } }),
			app.browser().call('GET /api/methods'),
			app.browser().call('POST /api/sign-in', { body: { address: 'nobody', password: 'x' } }),
			app.browser().send('/api/sign-in', { method: 'POST' }),
			browser.send('/api/sign-in', { method: 'POST', headers: { Origin: origin }, body: 'x'.repeat(20_000) }),
		]);
		expect(answers.map(({ headers }) => headers.get('Cache-Control'))).toEqual(Array(10).fill('no-store'));
	});

	it('set a cookie that scripts, other hosts and other sites do not get', async () => {
		const browser = app.browser();
		const signIn = await browser.call('POST /api/sign-in', {
			body: { address: await app.addPerson(), password: webPassword },
		});
		const [cookie = '', ...others] = signIn.headers.getSetCookie();
		expect(others).toEqual([]);
		const [pair = '', ...attributes] = cookie.split('; ');
		expect(pair).toMatch(/^__Host-mailward=[\w-]{43}$/);
		expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
		const signOut = await browser.call('POST /api/sign-out');
		expect(signOut.headers.getSetCookie()[0]).toMatch(/^__Host-mailward=; Max-Age=0/);
	});

	it('take the public origin from configuration, never from Host', async () => {
		const { status, headers } = await app.app.internal.request('/mail-login/nginx', {
			headers: {
				Authorization: `Bearer ${testConfig().mailKey}`,
				Host: 'evil.example',
				'X-Forwarded-Host': 'evil.example',
				'Auth-User': 'nobody',
				'Auth-Pass': 'x',
				'Auth-Protocol': 'imap',
			},
		});
		expect([status, headers.get('Auth-Status')]).toEqual([
			200,
			`[ALERT] Application-specific password required: ${origin}/security/client-passwords`,
		]);
		const document = await app.browser().send('/api/openapi.json', { headers: { Host: 'evil.example' } });
		expect(document.json).toMatchObject({ servers: [{ url: origin }] });
	});

	it('serve the page in the person’s language, and files from its folder only', async () => {
		const page = await app.browser().send('/sign-in', { headers: { 'Accept-Language': 'fr, zh-TW;q=0.8' } });
		expect(page.text).toContain('<html lang="zh-CN"');
		expect((await app.browser().send('/sign-in?lang=en"><script>')).text).not.toContain('<script>');
		expect((await app.browser().send('/assets/app-1a2b.js')).headers.get('Cache-Control')).toContain('immutable');
		for (const path of [
			'/assets/../../outside.txt',
			'/assets/..%2f..%2foutside.txt',
			'/assets/%2e%2e/%2e%2e/outside.txt',
			'/assets//etc/passwd',
		]) {
			expect((await app.browser().send(path)).text).not.toMatch(/outside|root:/);
		}
	});
});
