import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../storage/test-databases.ts';
import { createTestApp, mailKey, origin, type TestApp, testConfig } from '../testing/test-app.ts';

const authorised = { Authorization: `Bearer ${mailKey}` };
const unusual = [
	'50% off',
	'a+b=c&d',
	'blank blank',
	'ünïcödé-邮局-📮',
	'"quoted"\\',
	'%41%2B',
	"o'brien",
	'tab\u00a0nbsp',
];

describe('the door of nginx', () => {
	let app: TestApp;
	let direct: TestApp;
	beforeAll(async () => {
		const { db } = await createTestDatabase();
		app = createTestApp({ db });
		// The same house where the mail server behind nginx has no master user.
		const config = testConfig({ MAILWARD_UPSTREAM_MASTER_USER: '', MAILWARD_UPSTREAM_MASTER_PASSWORD: '' });
		direct = createTestApp({ db, clock: app.clock, config });
	});

	const ask = (headers: Record<string, string>) =>
		app.app.internal.request('/mail-login/nginx', { headers: { ...authorised, ...headers } });
	const statusOf = async (headers: Record<string, string>) => {
		const response = await ask(headers);
		return [response.status, response.headers.get('Auth-Status')];
	};
	const refusal = `[ALERT] Application-specific password required: ${origin}/security/client-passwords`;

	it('leads an accepted login to the server behind it, under the canonical address and the master credential', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(browser);
		for (const [protocol, port] of [
			['imap', '10143'],
			['pop3', '10110'],
			['smtp', '10587'],
		] as const) {
			const { status, headers } = await app.doors.nginx({ user: address.toUpperCase(), password: secret, protocol });
			expect([status, Object.fromEntries(headers)]).toMatchObject([
				200,
				{
					'auth-status': 'OK',
					'auth-server': '127.0.0.1',
					'auth-port': port,
					'auth-user': `${address}*mailward`,
					'auth-pass': 'upstream-master-password',
				},
			]);
		}
	});

	it('carries its refusal in the form each protocol shows to people, and asks nginx to keep the connection', async () => {
		const refused = async (protocol: string, attempt: string) => {
			const { headers, status } = await ask({
				'Auth-User': 'nobody',
				'Auth-Pass': 'wrong-password',
				'Auth-Protocol': protocol,
				'Auth-Login-Attempt': attempt,
			});
			expect(status).toBe(200);
			return ['Auth-Status', 'Auth-Error-Code', 'Auth-Wait', 'Auth-Server'].map((name) => headers.get(name));
		};
		const text = `Application-specific password required: ${origin}/security/client-passwords`;
		expect(await refused('imap', '1')).toEqual([`[ALERT] ${text}`, null, '1', null]);
		expect(await refused('pop3', '9')).toEqual([`[AUTH] ${text}`, null, '1', null]);
		expect(await refused('smtp', '1')).toEqual([text, '534 5.7.9', '1', null]);
		expect(await refused('imap', '10')).toEqual([`[ALERT] ${text}`, null, null, null]);
	});

	it('says "temporary" in the form of each protocol when it cannot tell', async () => {
		const { db } = await createTestDatabase();
		const doomed = createTestApp({ db });
		await db.destroy();
		const said = async (protocol: string) => {
			const { headers, status } = await doomed.doors.nginx({ user: 'lin', password: 'x', protocol });
			expect(status).toBe(200);
			return [headers.get('Auth-Status'), headers.get('Auth-Error-Code'), headers.get('Auth-Server')];
		};
		const text = 'Temporary authentication failure, try again later';
		expect(await said('imap')).toEqual([`[UNAVAILABLE] ${text}`, null, null]);
		expect(await said('pop3')).toEqual([`[SYS/TEMP] ${text}`, null, null]);
		expect(await said('smtp')).toEqual([text, '454 4.7.0', null]);
	});

	it.each(unusual)('reads the password %j byte for byte, from nginx’s escapes (promise 28)', async (password) => {
		const padded = `${password} and twelve more`;
		const user = await app.addPerson({ password: padded });
		expect((await app.doors.nginx({ user, password: padded })).verdict).toBe('accepted');
		expect((await app.doors.nginx({ user, password: `${padded}.` })).verdict).toBe('refused');
		expect((await app.doors.nginx({ user, password: padded.replaceAll('+', ' ') })).verdict).toBe(
			padded.includes('+') ? 'refused' : 'accepted',
		);
	});

	it.each(unusual)('hands the password %j on byte for byte where there is no master user', async (password) => {
		// nginx undoes no escape in the answer: what stands there is what the server behind it gets.
		const padded = `${password} and twelve more`;
		const user = await direct.addPerson({ password: padded });
		const { headers } = await direct.doors.nginx({ user, password: padded });
		expect(headers.get('Auth-Status')).toBe('OK');
		expect(Buffer.from(headers.get('Auth-Pass') ?? '', 'latin1').toString()).toBe(padded);
		expect(headers.get('Auth-User')).toBe(user);
	});

	it.each([
		['CR LF in the name', { 'Auth-User': 'lin%0D%0AAuth-Status:%20OK', 'Auth-Pass': 'x' }],
		['CR LF in the password', { 'Auth-User': 'lin', 'Auth-Pass': 'x%0D%0AAuth-Server:%20192.0.2.66' }],
		['NUL in the name', { 'Auth-User': 'lin%00', 'Auth-Pass': 'x' }],
		['NUL in the password', { 'Auth-User': 'lin', 'Auth-Pass': '%00' }],
		['a control character', { 'Auth-User': 'lin\u0081', 'Auth-Pass': 'x' }],
		['bytes that are not UTF-8', { 'Auth-User': 'l\u00edn', 'Auth-Pass': '\u00ff\u00fe' }],
		['overlong UTF-8', { 'Auth-User': '\u00c0\u00af', 'Auth-Pass': 'x' }],
		['half an escape', { 'Auth-User': 'lin%4', 'Auth-Pass': '%' }],
		['no name and no password', {}],
		['an empty name and password', { 'Auth-User': '', 'Auth-Pass': '' }],
		['300 kB', { 'Auth-User': 'x'.repeat(300_000), 'Auth-Pass': 'y'.repeat(300_000) }],
	])('refuses %s, in the one text and no other header (promise 28; nginx CVE-2026-28753)', async (_what, headers) => {
		const response = await ask({ 'Auth-Protocol': 'imap', 'Auth-Login-Attempt': '1', ...headers });
		expect([response.status, response.headers.get('Auth-Status')]).toEqual([200, refusal]);
		expect([...response.headers.keys()].filter((name) => name.startsWith('auth-')).toSorted()).toEqual([
			'auth-status',
			'auth-wait',
		]);
	});

	it.each(['\r\nAuth-Server: 192.0.2.66', '\n', '\u0081'])(
		'refuses a password that ends in %j even where it is the right one',
		async (tail) => {
			// The attack: choose a web password that, handed on to nginx, becomes a header of its own.
			const password = `plum-blossom${tail}`;
			const user = await direct.addPerson({ password });
			const { status, headers } = await direct.doors.nginx({ user, password });
			expect([status, headers.get('Auth-Status'), headers.get('Auth-Server')]).toEqual([200, refusal, null]);
		},
	);

	it('never decides a name twice: an escaped escape is not another name', async () => {
		// The attack: a name that turns into somebody else's when it is unescaped a second time.
		const { address, browser } = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(browser);
		const twice = address.replace('p', '%2570');
		expect(await statusOf({ 'Auth-User': twice, 'Auth-Pass': secret, 'Auth-Protocol': 'imap' })).toEqual([
			200,
			refusal,
		]);
		const once = address.replace('p', '%70');
		expect(await statusOf({ 'Auth-User': once, 'Auth-Pass': secret, 'Auth-Protocol': 'imap' })).toEqual([200, 'OK']);
	});

	it('leads a protocol it does not know nowhere', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(browser);
		for (const protocol of ['', 'ftp', 'constructor', '__proto__']) {
			const response = await ask({ 'Auth-User': address, 'Auth-Pass': secret, 'Auth-Protocol': protocol });
			expect(response.status).toBe(200);
			expect(response.headers.get('Auth-Server')).toBeNull();
			expect(response.headers.get('Auth-Status')).not.toBe('OK');
		}
	});
});
