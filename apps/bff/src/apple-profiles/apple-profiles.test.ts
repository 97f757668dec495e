import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, onEachDatabase } from '../storage/test-databases.ts';
import { appleDevice, iphoneWishes, makeLink, pressButton, readProfile, secretIn } from '../testing/apple-device.ts';
import type { Browser } from '../testing/browser.ts';
import { type Certificates, createCertificates, hasOpenssl } from '../testing/certificates.ts';
import { readEvents } from '../testing/events.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, origin, type TestApp, testConfig } from '../testing/test-app.ts';
import { day, hour, minute } from '../time/clock.ts';
import { profileLinkLife } from './apple-profiles.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const progress = (browser: Browser, id: string) =>
		browser.must('GET /api/apple-profiles/{id}/progress', { params: { id } });
	const verdict = async (user: string, password: string, protocol: string) =>
		(await app.doors.lua({ user, password, protocol })).verdict;

	it('a link shows whose mail it sets up, and its button gives the profile whose password opens the mailbox', async () => {
		const { address, browser } = await app.addPersonWithTotp({ name: '林一' });
		const { id, ticket, expiresAt } = await makeLink(browser);
		expect(expiresAt).toBe(new Date(app.clock.now() + profileLinkLife).toISOString());
		expect(await progress(browser, id)).toEqual({ state: 'waiting' });
		const device = appleDevice(app);
		expect(await device.must('POST /api/apple-profiles/open', { body: { ticket } })).toEqual({
			state: 'ready',
			address,
			name: 'My iPhone',
			expiresAt,
		});
		const { status, headers, file } = await pressButton(device, ticket);
		expect([status, headers.get('Content-Type'), headers.get('Cache-Control')]).toEqual([
			200,
			'application/x-apple-aspen-config',
			'no-store',
		]);
		expect(headers.get('Content-Disposition')).toBe('attachment; filename="example.edu.cn.mobileconfig"');
		expect(readProfile(file).PayloadContent[0]).toMatchObject({ EmailAddress: address, EmailAccountName: '林一' });
		const password = secretIn(file);
		for (const [protocol, expected] of [
			['imap', 'accepted'],
			['smtp', 'accepted'],
			['pop3', 'refused'],
		] as const) {
			expect([protocol, await verdict(address, password, protocol)]).toEqual([protocol, expected]);
		}
		const [clientPassword] = (await browser.must('GET /api/client-passwords')).clientPasswords;
		expect(clientPassword).toMatchObject({ name: 'My iPhone', app: 'iphone', protocols: ['imap', 'submission'] });
		expect(await progress(browser, id)).toMatchObject({
			state: 'fetched',
			clientPassword: { id: clientPassword?.id, name: 'My iPhone' },
		});
		const { entries } = await browser.must('GET /api/activity');
		expect(entries.find(({ event }) => event === 'client-password.made')?.client).toMatchObject({
			browser: 'Safari',
			system: 'iOS',
			address: '198.51.100.77',
		});
	});

	it('the page that made it is told at once, by an event that holds no secret', async () => {
		const { browser } = await app.addPersonWithTotp();
		const { id, ticket } = await makeLink(browser);
		const events = readEvents(await browser.open(`/api/apple-profiles/${id}/events`));
		expect(await events.next()).toEqual({ state: 'waiting' });
		const password = secretIn((await pressButton(appleDevice(app), ticket)).file);
		expect(await events.next()).toMatchObject({ state: 'fetched', clientPassword: { name: 'My iPhone' } });
		expect(events.text()).not.toContain(password);
		await events.leave();
	});

	it('a lost download is mended by the next link of the same intent, in the same slot', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const idempotencyKey = crypto.randomUUID();
		const fetchOnce = async () => {
			const { ticket } = await makeLink(browser, { idempotencyKey });
			return (await pressButton(appleDevice(app), ticket)).file;
		};
		const [lost, kept] = [await fetchOnce(), await fetchOnce()];
		expect(await verdict(address, secretIn(lost), 'imap')).toBe('refused');
		expect(await verdict(address, secretIn(kept), 'imap')).toBe('accepted');
		expect((await browser.must('GET /api/client-passwords')).clientPasswords).toHaveLength(1);
		expect(readProfile(kept).PayloadIdentifier).toBe(readProfile(lost).PayloadIdentifier);
	});

	it('whoever began by hand and then takes the link has one password, the one in the profile', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const body = iphoneWishes();
		const { secret } = await browser.must('POST /api/client-passwords', { body });
		const { ticket } = await makeLink(browser, { idempotencyKey: body.idempotencyKey });
		const password = secretIn((await pressButton(appleDevice(app), ticket)).file);
		expect(await verdict(address, secret, 'imap')).toBe('refused');
		expect(await verdict(address, password, 'imap')).toBe('accepted');
	});

	it('is made also when six are there, if its intent has one of them', async () => {
		const { browser } = await app.addPersonWithTotp();
		const body = iphoneWishes();
		await browser.must('POST /api/client-passwords', { body });
		for (let count = 1; count <= 5; count += 1) await app.createClientPassword(browser);
		const { ticket } = await makeLink(browser, { idempotencyKey: body.idempotencyKey });
		expect((await pressButton(appleDevice(app), ticket)).status).toBe(200);
	});

	it('the session that made it may prove itself again meanwhile', async () => {
		const { address, authenticator } = await app.addPersonWithTotp();
		const browser = await app.signIn(address, authenticator);
		const { ticket } = await makeLink(browser);
		const { id } = await browser.must('POST /api/challenges', { body: {} });
		const code = app.freshCode(authenticator);
		await browser.must('POST /api/challenges/{id}/answer', { params: { id }, body: { code } });
		expect((await pressButton(appleDevice(app), ticket)).status).toBe(200);
	});

	it('in a shared mailbox it makes the password of who made the link', async () => {
		const mailbox = await createSharedMailbox(app);
		const other = await mailbox.join('Other');
		const [first, second] = [await makeLink(mailbox.first.browser), await makeLink(other.browser)];
		const files = await Promise.all([first, second].map(({ ticket }) => pressButton(appleDevice(app), ticket)));
		const [one, another] = files.map(({ file }) => readProfile(file).PayloadIdentifier);
		expect(one).not.toBe(another);
		for (const { browser } of [mailbox.first, other]) {
			expect((await browser.must('GET /api/client-passwords')).clientPasswords).toHaveLength(1);
		}
	});

	it('has the end of the password that was wished for', async () => {
		const { browser } = await app.addPersonWithTotp();
		const expiresAt = new Date(app.clock.now() + 30 * day).toISOString();
		const { ticket } = await makeLink(browser, { expiresAt });
		const { file } = await pressButton(appleDevice(app), ticket);
		expect((readProfile(file).PayloadExpirationDate as Date).getTime()).toBe(
			Math.floor(Date.parse(expiresAt) / 1000) * 1000,
		);
		const [made] = (await browser.must('GET /api/client-passwords')).clientPasswords;
		expect(made?.expiresAt).toBe(expiresAt);
	});

	it.each([
		[{ name: ' ' }, 'client_password.name_invalid'],
		[{ expiresAt: '2020-01-01T00:00:00.000Z' }, 'client_password.end_invalid'],
		[{ protocols: ['submission'] as const }, 'request.malformed'],
		[{ protocols: [] }, 'request.malformed'],
		[{ app: 'outlook' as 'iphone' }, 'request.malformed'],
	])('is refused where its wishes cannot be: %j', async (wish, code) => {
		const { browser } = await app.addPersonWithTotp();
		const body = { ...iphoneWishes(), ...wish } as ReturnType<typeof iphoneWishes>;
		expect((await browser.call('POST /api/apple-profiles', { body })).code).toBe(code);
	});

	it('says that it has expired, or that its password is deleted again', async () => {
		const { browser } = await app.addPersonWithTotp();
		const unused = await makeLink(browser);
		const used = await makeLink(browser);
		await pressButton(appleDevice(app), used.ticket);
		const [made] = (await browser.must('GET /api/client-passwords')).clientPasswords;
		await browser.must('DELETE /api/client-passwords/{id}', { params: { id: made?.id ?? '' } });
		expect(await progress(browser, used.id)).toEqual({ state: 'expired' });
		app.clock.advance(profileLinkLife);
		expect(await progress(browser, unused.id)).toEqual({ state: 'expired' });
	});

	it('is forgotten an hour after its end', async () => {
		const { browser } = await app.addPersonWithTotp();
		const { id } = await makeLink(browser);
		app.clock.advance(profileLinkLife + hour - minute);
		await app.app.sweep();
		const kept = await app.db.selectFrom('apple_profiles').where('id', '=', id).select('id').execute();
		app.clock.advance(minute);
		await app.app.sweep();
		const rows = await app.db.selectFrom('apple_profiles').where('id', '=', id).select('id').execute();
		expect([kept.length, rows.length]).toEqual([1, 0]);
	});
});

describe('the page with the button', () => {
	const webFolder = mkdtempSync(join(tmpdir(), 'mailward-web-'));
	afterAll(() => rmSync(webFolder, { recursive: true }));

	it('lets the browser say where its form comes from, and names no address of a page', async () => {
		// Under `no-referrer` browsers send a form with `Origin: null`, and nobody could press the button.
		writeFileSync(join(webFolder, 'index.html'), '<!doctype html><html lang="en"><body></body></html>');
		const app = createTestApp({ db: (await createTestDatabase()).db, webFolder });
		const page = await app.browser().send('/profile/some-ticket');
		const other = await app.browser().send('/security');
		expect([page.status, page.headers.get('Referrer-Policy')]).toEqual([200, 'strict-origin']);
		expect(page.headers.get('Content-Security-Policy')).toContain("form-action 'self'");
		expect(other.headers.get('Referrer-Policy')).toBe('no-referrer');
	});
});

describe('the language of a profile', () => {
	it.each([
		[{ 'Accept-Language': 'zh-CN,zh;q=0.9' }, '邮件：'],
		[{ 'Accept-Language': 'en-GB' }, ' mail'],
		[{ 'Accept-Language': 'en-GB', Cookie: 'mailward-language=zh' }, '邮件：'],
	])('is that of the request: %j', async (headers, words) => {
		const app = createTestApp({ db: (await createTestDatabase()).db });
		const { browser } = await app.addPersonWithTotp();
		const { ticket } = await makeLink(browser);
		const { file } = await pressButton(appleDevice(app), ticket, { Origin: origin, ...headers });
		expect(readProfile(file).PayloadDisplayName).toContain(words);
	});
});

describe.runIf(hasOpenssl)('a signed profile', () => {
	let certificates: Certificates;
	beforeAll(() => {
		certificates = createCertificates();
		certificates.issue('id', 'ec');
		certificates.issue('other', 'rsa');
	});
	afterAll(() => certificates.remove());

	const settings = () => ({
		MAILWARD_PROFILE_CERTIFICATE: certificates.path('id-chain.pem'),
		MAILWARD_PROFILE_KEY: certificates.path('id.key'),
	});
	const fetchBy = async (app: TestApp) => {
		const { browser, address } = await app.addPersonWithTotp();
		const { ticket } = await makeLink(browser);
		return { address, ...(await pressButton(appleDevice(app), ticket)) };
	};

	it('is what OpenSSL finds signed by the certificate, with a password that opens the mailbox', async () => {
		const app = createTestApp({ db: (await createTestDatabase()).db, config: testConfig(settings()) });
		const { address, file, headers } = await fetchBy(app);
		expect(headers.get('Content-Type')).toBe('application/x-apple-aspen-config');
		const password = secretIn(Buffer.from(certificates.verify(file)));
		expect((await app.doors.lua({ user: address, password })).verdict).toBe('accepted');
	});

	it('comes unsigned, and is told of in the log, when the certificate went bad while the server runs', async () => {
		const config = testConfig(settings());
		const app = createTestApp({
			db: (await createTestDatabase()).db,
			config: { ...config, profileSigning: { certificate: '/nowhere/id.pem', key: certificates.path('id.key') } },
		});
		const { file } = await fetchBy(app);
		expect(readProfile(file).PayloadType).toBe('Configuration');
		expect(app.logged()).toContain('/nowhere/id.pem');
	});

	it.each([
		[{ MAILWARD_PROFILE_KEY: undefined }, 'MAILWARD_PROFILE_KEY is missing'],
		[{ MAILWARD_PROFILE_CERTIFICATE: undefined }, 'MAILWARD_PROFILE_CERTIFICATE is missing'],
		[{ MAILWARD_PROFILE_KEY: '/nowhere/id.key' }, /MAILWARD_PROFILE_KEY: .*no such file/],
		[{ MAILWARD_PROFILE_CERTIFICATE: '/nowhere/id.pem' }, /MAILWARD_PROFILE_CERTIFICATE: .*no such file/],
	])('with %j does not start', (wrong, problem) => {
		expect(() => testConfig({ ...settings(), ...wrong })).toThrow(problem);
	});

	it('with files that were taken for each other does not start, and says which is wrong', () => {
		const { MAILWARD_PROFILE_CERTIFICATE: chain, MAILWARD_PROFILE_KEY: key } = settings();
		expect(() => testConfig({ ...settings(), MAILWARD_PROFILE_CERTIFICATE: key })).toThrow(
			'MAILWARD_PROFILE_CERTIFICATE: holds no certificate',
		);
		expect(() => testConfig({ ...settings(), MAILWARD_PROFILE_KEY: chain })).toThrow(
			'MAILWARD_PROFILE_KEY: holds no private key',
		);
	});

	it('with the key of another certificate does not start', () => {
		expect(() => testConfig({ ...settings(), MAILWARD_PROFILE_KEY: certificates.path('other.key') })).toThrow(
			'MAILWARD_PROFILE_KEY: does not belong to the certificate',
		);
	});
});
