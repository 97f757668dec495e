import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../storage/test-databases.ts';
import { createTestApp, mailKey, type TestApp } from '../testing/test-app.ts';

const authorised = { Authorization: `Bearer ${mailKey}` };

describe('the doors of Dovecot', () => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await createTestDatabase()).db });
	});

	const post = (path: string, body: string | Uint8Array, headers: Record<string, string>) =>
		app.app.internal.request(path, { method: 'POST', body: body as string, headers });
	const lua = (body: string | Uint8Array) =>
		post('/mail-login/dovecot', body, { ...authorised, 'Content-Type': 'application/json' });
	const grant = (body: string | Uint8Array, headers: Record<string, string> = authorised) =>
		post('/mail-login/token', body, { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' });
	const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

	it('answers with the canonical address, and a token that opens nothing', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(browser);
		const user = address.split('@')[0] ?? '';
		expect(JSON.parse((await app.doors.lua({ user, password: secret })).text)).toEqual({
			result: 'accepted',
			user: address,
		});
		const answer = JSON.parse((await app.doors.grant({ user, password: secret })).text) as Record<string, string>;
		expect(answer).toMatchObject({ token_type: 'Bearer', username: address });
		const stranger = app.browser();
		const methods = await stranger.send('/api/methods', {
			headers: { Authorization: `Bearer ${answer.access_token}` },
		});
		expect(methods.status).toBe(401);
	});

	it.each(['50% off', 'a+b=c&d;e', 'blank blank', 'ünïcödé-邮局-📮', '"quoted"\\', '%41%2B', '{"a":1}'])(
		'reads the password %j byte for byte (promise 28)',
		async (password) => {
			const padded = `${password} and twelve more`;
			const user = await app.addPerson({ password: padded });
			for (const door of [app.doors.lua, app.doors.grant]) {
				expect((await door({ user, password: padded })).verdict).toBe('accepted');
				expect((await door({ user, password: `${padded}.` })).verdict).toBe('refused');
			}
			// Dovecot escapes a blank as %20, not as +.
			const escaped = `username=${encodeURIComponent(user)}&password=${encodeURIComponent(padded)}`;
			expect((await grant(escaped)).status).toBe(200);
		},
	);

	it('reads no less than the whole value of a field', async () => {
		// The attack: a password that begins with the right one, followed by what ends a value for a careless parser.
		const { address, browser } = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(browser);
		const user = encodeURIComponent(address);
		for (const tail of ['=', '=x', '%00', '%0A', '%26', ';x', '%', '+', '%20']) {
			expect([tail, (await grant(`username=${user}&password=${secret}${tail}`)).status]).toEqual([tail, 400]);
		}
		expect((await grant(`username=${user}&password=${secret}`)).status).toBe(200);
	});

	it.each([
		['nothing', ''],
		['no JSON', '{"user":'],
		['another shape', '{"user":["lin"],"password":{"$ne":null}}'],
		['numbers', '{"user":1,"password":2}'],
		['null', 'null'],
		['no password', '{"user":"lin"}'],
		['NUL', '{"user":"lin\\u0000","password":"x\\u0000"}'],
		['CR LF', '{"user":"lin\\r\\nuser=chen","password":"x"}'],
		['half a surrogate pair', '{"user":"lin\\ud800","password":"x\\udfff"}'],
		['bytes that are not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d)],
		['names longer than any', JSON.stringify({ user: 'x'.repeat(7000), password: 'y'.repeat(7000) })],
	])('refuses %s where Lua asks', async (_what, body) => {
		const response = await lua(body);
		expect([response.status, await response.json()]).toEqual([200, { result: 'refused' }]);
	});

	it.each([
		['nothing', ''],
		['NUL', 'username=lin%00&password=x%00'],
		['CR LF', 'username=lin%0D%0A&password=x'],
		['half an escape', 'username=lin%4&password=%'],
		['bytes that are not UTF-8', 'username=l%EDn&password=%FF%FE'],
		['raw bytes that are not UTF-8', Uint8Array.of(0x75, 0xff)],
	])('refuses %s where the password grant asks', async (_what, body) => {
		const response = await grant(body);
		expect([response.status, await response.json()]).toEqual([400, { error: 'invalid_grant' }]);
	});

	it('refuses 300 kB unread, and is well afterwards', async () => {
		for (const ask of [lua, grant]) expect((await ask('x'.repeat(300_000))).status).toBe(400);
		expect(app.logged()).toBe('');
		expect((await app.app.internal.request('/healthz')).status).toBe(200);
	});

	it('notes the mail app’s own address, IPv4 and IPv6', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(browser);
		for (const [remote, noted] of [
			['198.51.100.9:53296', '198.51.100.9'],
			['[2001:db8::9]:60190', '2001:db8::9'],
		] as const) {
			await grant(form({ username: address, password: secret }), {
				...authorised,
				'X-Dovecot-Auth-Remote': remote,
				'X-Dovecot-Auth-Service': 'imap',
			});
			await app.app.tick();
			const { clientPasswords } = await browser.must('GET /api/client-passwords');
			expect(clientPasswords[0]?.uses).toMatchObject([{ client: { address: noted }, protocol: 'imap' }]);
		}
	});
});

describe('the internal listener (promise 28)', () => {
	let app: TestApp;
	let address: string;
	let secret: string;
	beforeAll(async () => {
		app = createTestApp({ db: (await createTestDatabase()).db });
		const person = await app.addPersonWithTotp();
		address = person.address;
		({ secret } = await app.createClientPassword(person.browser));
	});

	const wrongKeys: Record<string, string>[] = [
		{},
		{ Authorization: '' },
		{ Authorization: 'Bearer ' },
		{ Authorization: `Bearer ${mailKey.slice(0, -1)}` },
		{ Authorization: `Bearer ${mailKey}x` },
		{ Authorization: `Bearer ${mailKey.toLowerCase()}` },
		{ Authorization: mailKey },
		{ Authorization: `Basic ${Buffer.from(`mailward:${mailKey}`).toString('base64')}` },
		{ 'X-Mail-Key': mailKey },
	];

	it.each(wrongKeys)('asks the secret of the mail doors: %j is not it', async (headers) => {
		// The attack: whoever reaches the port asks for verdicts, or tries passwords at leisure.
		const { internal } = app.app;
		const answers = [
			await internal.request('/mail-login/nginx', {
				headers: { ...headers, 'Auth-User': address, 'Auth-Pass': secret, 'Auth-Protocol': 'imap' },
			}),
			await internal.request(`/mail-login/nginx?client_secret=${mailKey}`, { headers }),
			await internal.request('/mail-login/dovecot', {
				method: 'POST',
				headers: { ...headers, 'Content-Type': 'application/json' },
				body: JSON.stringify({ user: address, password: secret, client_secret: mailKey }),
			}),
			await internal.request('/mail-login/token', {
				method: 'POST',
				headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
				body: new URLSearchParams({ username: address, password: secret, client_secret: 'wrong' }).toString(),
			}),
		];
		expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
		for (const answer of answers) {
			expect(await answer.text()).not.toMatch(/accepted|access_token/);
			expect(answer.headers.get('Auth-Status')).toBeNull();
		}
	});

	it('takes the secret in the form, as Dovecot’s OAuth2 client sends it', async () => {
		const response = await app.app.internal.request('/mail-login/token', {
			method: 'POST',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({ username: address, password: secret, client_secret: mailKey }).toString(),
		});
		expect(response.status).toBe(200);
	});

	it('has its doors on no public address', async () => {
		for (const path of ['/mail-login/nginx', '/mail-login/dovecot', '/mail-login/token', '/metrics', '/healthz']) {
			const answer = await app.browser().send(path, { headers: { Authorization: `Bearer ${mailKey}` } });
			expect([path, answer.status]).toEqual([path, 404]);
		}
	});
});
