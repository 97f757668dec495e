import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';
import { createTestDatabase, onEachDatabase } from '../storage/test-databases.ts';
import { stateIn, ticketIn } from '../testing/phone.ts';
import { addScanningPerson, answerByScan, scanChallenge } from '../testing/scan-acts.ts';
import { createSecondStep } from '../testing/second-step.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, mailKey, origin, type TestApp } from '../testing/test-app.ts';
import { testKeys } from '../testing/test-keys.ts';
import {
	addTextedPerson,
	answerByCode,
	atTextChallenge,
	otherCode,
	sendCode,
	textChallenge,
} from '../testing/text-acts.ts';
import { minute } from '../time/clock.ts';

const password = 'pomegranate-under-eaves';

/** Texts that arrive, are late and are refused, and phones that scan; with each secret that passed. */
const liveByPhone = async (app: TestApp): Promise<string[]> => {
	const person = await addTextedPerson(app);
	const { browser, id, code } = await atTextChallenge(app, person);
	await answerByCode(browser, id, otherCode(code));
	await answerByCode(browser, id, code);
	for (const outcome of ['unknown', 'limited', 'failed', 'number-refused'] as const) {
		app.clock.advance(minute);
		app.texts.answerWith(outcome);
		const again = await app.passwordStep(person.address, person.network);
		await sendCode(again, await textChallenge(again));
	}
	app.texts.answerWith('accepted');
	const scanning = await addScanningPerson(app);
	const page = await app.passwordStep(scanning.address);
	const shown = await scanChallenge(page, 'wechat');
	const state = stateIn(await scanning.phone.scan(shown.url));
	const platformCode = app.platforms.wechat.codeFor({ result: 'failed', detail: 'errcode -1' });
	await scanning.phone.comeBack(state, platformCode);
	await scanning.phone.confirm(shown.url, scanning.subject);
	await answerByScan(page, shown.id);
	const { number } = person;
	return [
		...app.texts.taken.filter((text) => text.number === number).map((text) => text.code),
		...[number, number.slice(1), number.slice(3)],
		...[ticketIn(shown.url), state, platformCode, scanning.phone.browser.phoneToken() ?? 'no cookie'],
	];
};

/** Everything a person, a mail app and a few attackers do in a day, with each secret that passed noted. */
const liveThrough = async (app: TestApp): Promise<{ secrets: string[]; address: string }> => {
	const address = await app.addPerson({ password });
	const browser = app.browser();
	const tokens: (string | undefined)[] = [];
	const signIn = (attempt: string) => browser.call('POST /api/sign-in', { body: { address, password: attempt } });
	await signIn('pomegranate-mistyped');
	await signIn(password);
	tokens.push(browser.token());
	const { prompt } = await app.beginTotp(browser);
	await browser.must('DELETE /api/enrolments/{id}', {
		params: { id: (await browser.must('GET /api/enrolments/current')).enrolment?.id ?? '' },
	});
	const key = Buffer.from(prompt.secret);
	const authenticator = await app.setUpTotp(browser);
	tokens.push(browser.token());
	const recoveryCodes = await app.saveRecoveryCodes(browser);
	await browser.must('POST /api/trusted-devices', { body: {} });
	tokens.push(...(browser.deviceToken() ?? '').split('.').slice(1));
	const { secret } = await app.createClientPassword(browser);
	for (const door of Object.values(app.doors)) {
		await door({ user: address, password: secret });
		await door({ user: address, password });
		await door({ user: address, password: 'pomegranate-mistyped' });
	}
	const mailbox = await createSharedMailbox(app);
	const { code: invitation } = await mailbox.invite('Newcomer');
	const joining = await app.passwordStep(mailbox.address);
	await joining.call('POST /api/sign-in/invitation', { body: { code: 'aaaaa-aaaaa' } });
	const { ticket } = await joining.must('POST /api/sign-in/passkey/options');
	const next = app.browser();
	await next.must('POST /api/sign-in', { body: { address, password } });
	const id = await app.challengeOf(next);
	const wrong = authenticator.wrongCodeAt(app.clock.now());
	await next.call('POST /api/challenges/{id}/answer', { params: { id }, body: { code: wrong } });
	const code = app.freshCode(authenticator);
	await next.must('POST /api/challenges/{id}/answer', { params: { id }, body: { code } });
	tokens.push(next.token());
	const lastResort = app.browser();
	await lastResort.must('POST /api/sign-in', { body: { address, password } });
	await createSecondStep(app).answerByRecoveryCode(lastResort, recoveryCodes[0] ?? '');
	await next.send('/api/sign-in', {
		method: 'POST',
		headers: { Origin: origin, 'Content-Type': 'application/json' },
		body: `{"password":"${password}",`,
	});
	const byPhone = await liveByPhone(app);
	await app.app.tick();
	await app.app.deliver();
	return {
		address,
		secrets: [
			password,
			'pomegranate-mistyped',
			prompt.secret,
			key.toString('base64'),
			secret,
			mailKey,
			invitation,
			ticket,
			...byPhone,
			...recoveryCodes.flatMap((each) => [each, each.replace('-', '')]),
			...tokens.filter((token) => token !== undefined),
			...[...testKeys.sealing.values()].map((each) => each.toString('base64')),
		],
	};
};

/** A text in the shapes in which it might be written somewhere. */
const shapesOf = (secret: string) => [
	secret,
	encodeURIComponent(secret),
	Buffer.from(secret).toString('base64').replace(/=+$/, ''),
	Buffer.from(secret).toString('hex'),
];

/** Six digits are found within every other time in milliseconds; a code would stand alone. */
const holds = (text: string, shape: string): boolean =>
	/^\d{6}$/.test(shape) ? new RegExp(`(?<!\\d)${shape}(?!\\d)`).test(text) : text.includes(shape);

const expectNoneIn = (text: string, secrets: readonly string[]) => {
	for (const secret of secrets) {
		for (const shape of shapesOf(secret)) expect(holds(text, shape), `${secret} as ${shape}`).toBe(false);
	}
};

onEachDatabase((create) => {
	let app: TestApp;
	let db: Database;
	let lived: Awaited<ReturnType<typeof liveThrough>>;
	beforeAll(async () => {
		({ db } = await create());
		app = createTestApp({ db });
		lived = await liveThrough(app);
	});

	const dump = async () => {
		const tables = (await db.introspection.getTables())
			.map(({ name }) => name as keyof Tables)
			.filter((name) => !name.startsWith('kysely_'));
		expect(tables.length).toBeGreaterThan(15);
		const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
		return JSON.stringify(rows);
	};

	it('a dump of the database contains no secret (promises 14, 30 and 37)', async () => {
		// The attack: a stolen backup.
		const text = await dump();
		expect(text).toContain(lived.address);
		expect(text.length).toBeGreaterThan(1000);
		expectNoneIn(text, lived.secrets);
	});

	it('the log contains no secret, also when everything fails (promise 35; OWASP ASVS 16)', async () => {
		// The attack: read the log, or provoke errors that carry what was being worked on.
		const { db: own } = await create();
		const failing = createTestApp({ db: own });
		const { secrets, address } = await liveThrough(failing);
		const browser = await failing.passwordStep(await failing.addPerson());
		await own.schema.alterTable('credentials').renameTo('mislaid').execute();
		const answers = [
			await failing.browser().call('POST /api/sign-in', { body: { address, password } }),
			await browser.call('POST /api/re-verification/password', { body: { password } }),
		];
		for (const secret of secrets) {
			for (const door of Object.values(failing.doors)) await door({ user: address, password: secret });
		}
		await own.destroy();
		answers.push(await failing.browser().call('POST /api/sign-in', { body: { address, password } }));
		for (const door of Object.values(failing.doors)) await door({ user: address, password });
		await failing.app.tick().catch(() => undefined);
		expect(failing.logged()).toContain('failure');
		expectNoneIn(failing.logged(), secrets);
		expect(answers.map(({ json }) => json)).toEqual([
			{ error: { code: 'server.failed', details: {} } },
			{ error: { code: 'server.failed', details: {} } },
			{ error: { code: 'server.unavailable', details: {} } },
		]);
	});

	it('neither the log of a good day nor the metrics contain one', async () => {
		expectNoneIn(app.logged(), lived.secrets);
		const metrics = await app.app.internal.request('/metrics');
		const text = await metrics.text();
		expect(text).toContain('process_');
		expectNoneIn(text, [...lived.secrets, lived.address]);
	});

	it('no answer repeats what was sent', async () => {
		const browser = app.browser();
		for (const body of [
			{ address: '<script>alert(1)</script>', password },
			{ address: lived.address, password: { toString: password } },
			{ [password]: password },
		]) {
			const answer = await browser.send('/api/sign-in', {
				method: 'POST',
				headers: { Origin: origin, 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			});
			expect(answer.text).not.toContain('script');
			expectNoneIn(answer.text, [password]);
		}
	});
});

describe('a sealed secret', () => {
	it('that was moved to another row opens nothing (promise 37)', async () => {
		// The attack: whoever can write to the database copies his own sealed secret over that of his victim.
		const { db } = await createTestDatabase();
		const app = createTestApp({ db });
		const thief = await app.addPersonWithTotp();
		const victim = await app.addPersonWithTotp();
		const idOf = async (address: string) => (await app.app.accountStore.byAddress(address))?.id ?? '';
		const own = await db
			.selectFrom('credentials')
			.where('account_id', '=', await idOf(thief.address))
			.select('sealed')
			.executeTakeFirstOrThrow();
		await db
			.updateTable('credentials')
			.set({ sealed: own.sealed })
			.where('account_id', '=', await idOf(victim.address))
			.execute();
		const browser = app.browser();
		const step = await browser.call('POST /api/sign-in', {
			body: { address: victim.address, password: 'plum-blossom-in-snow' },
		});
		const state = await browser.call('GET /api/session');
		expect([step.status, state.status]).toEqual([500, 500]);
	});
});
