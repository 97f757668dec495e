import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../storage/database.ts';
import { onEachDatabase } from '../../storage/test-databases.ts';
import type { Browser } from '../../testing/browser.ts';
import { createPasskey, type Forgery } from '../../testing/passkey.ts';
import { answerByPasskey, passkeyChallenge, setUpPasskey } from '../../testing/passkey-acts.ts';
import { storedRows } from '../../testing/tables.ts';
import { createTestApp, origin, type TestApp } from '../../testing/test-app.ts';

const forgeries: [what: string, forgery: Forgery][] = [
	['a page of another origin', { origin: 'https://mail.example.edu.cn.evil.example' }],
	['the same host without TLS', { origin: 'http://mail.example.edu.cn' }],
	['the same host at another port', { origin: `${origin}:8443` }],
	['another site', { rpId: 'evil.example' }],
	['the domain above', { rpId: 'example.edu.cn' }],
	['somebody who was there but not verified', { unverified: true }],
	['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
	['no challenge', { challenge: '' }],
];

onEachDatabase((create) => {
	let app: TestApp;
	let db: Database;
	beforeAll(async () => {
		({ db } = await create());
		app = createTestApp({ db });
	});

	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const withPasskey = async () => {
		const address = await app.addPerson();
		const browser = await app.passwordStep(address);
		const passkey = await setUpPasskey(browser, 'Laptop');
		return { address, browser, passkey };
	};
	const answer = (browser: Browser, id: string, assertion: object) =>
		browser.call('POST /api/challenges/{id}/answer', { params: { id }, body: { assertion: assertion as never } });
	const methodsOf = async (browser: Browser) => (await browser.must('GET /api/methods')).methods;

	it('is a second factor like any other, named, and one of several', async () => {
		const { address, browser, passkey } = await withPasskey();
		app.clock.advance(1000);
		const second = await setUpPasskey(browser, '手机');
		expect(await methodsOf(browser)).toMatchObject([
			{ kind: 'passkey', name: 'Laptop' },
			{ kind: 'passkey', name: '手机' },
		]);
		for (const one of [passkey, second]) {
			const next = await app.passwordStep(address);
			expect(await next.must('GET /api/session')).toMatchObject({ challenge: { kind: 'passkey' } });
			expect((await answerByPasskey(next, one)).status).toBe(200);
			expect(await stateOf(next)).toBe('signed-in');
		}
	});

	it('is asked for by id at the second step, and of those that are there already no second one is made', async () => {
		const { address, browser, passkey } = await withPasskey();
		const { options } = await passkeyChallenge(await app.passwordStep(address));
		expect(options.allowCredentials?.map(({ id }) => id)).toEqual([passkey.id]);
		expect(options).toMatchObject({ rpId: 'mail.example.edu.cn', userVerification: 'required' });
		const enrolment = await browser.must('POST /api/enrolments', { body: { kind: 'passkey' } });
		if (enrolment.kind !== 'passkey') throw new Error('no passkey');
		const { excludeCredentials, pubKeyCredParams, authenticatorSelection } = enrolment.prompt.options;
		expect(excludeCredentials.map(({ id }) => id)).toEqual([passkey.id]);
		expect(pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257]);
		expect(authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });
	});

	describe('what its device says (promise 25; WebAuthn level 3, 7.1 and 7.2)', () => {
		// The attack: a page that looks like ours asks the passkey on its own behalf, and hands on what it gets.
		it.each(forgeries)(
			'at sign-in of %s is refused, and writes nothing but that it was tried',
			async (_what, forgery) => {
				const { address, passkey } = await withPasskey();
				const browser = await app.passwordStep(address);
				const before = await storedRows(db, ['challenges', 'factor_attempts', 'activity']);
				const refusal = await answerByPasskey(browser, passkey, forgery);
				expect([refusal.status, refusal.code]).toEqual([422, 'factor.passkey_rejected']);
				expect(refusal.details).toEqual({ attemptsLeft: 4 });
				expect(refusal.headers.getSetCookie()).toEqual([]);
				expect(await storedRows(db, ['challenges', 'factor_attempts', 'activity'])).toEqual(before);
				expect(await stateOf(browser)).toBe('awaiting-second-factor');
			},
		);

		it.each(forgeries)('at set-up of %s is refused, and sets nothing up', async (_what, forgery) => {
			const browser = await app.passwordStep(await app.addPerson());
			const enrolment = await browser.must('POST /api/enrolments', { body: { kind: 'passkey' } });
			if (enrolment.kind !== 'passkey') throw new Error('no passkey');
			const before = await storedRows(db, ['enrolments']);
			const attestation = createPasskey(origin).attest(enrolment.prompt.options, forgery);
			const params = { id: enrolment.id };
			const refusal = await browser.call('POST /api/enrolments/{id}/answer', { params, body: { attestation } });
			expect([refusal.status, refusal.code]).toEqual([422, 'factor.passkey_rejected']);
			expect(await storedRows(db, ['enrolments'])).toEqual(before);
		});
	});

	it('is refused with an older counter: a copy of the device is about (promise 25)', async () => {
		const { address, passkey } = await withPasskey();
		for (const counter of [7, 8]) {
			expect((await answerByPasskey(await app.passwordStep(address), passkey, { counter })).status).toBe(200);
		}
		for (const counter of [8, 7, 1, 0]) {
			const refusal = await answerByPasskey(await app.passwordStep(address), passkey, { counter });
			expect([counter, refusal.code]).toEqual([counter, 'factor.passkey_rejected']);
		}
		expect((await answerByPasskey(await app.passwordStep(address), passkey, { counter: 9 })).status).toBe(200);
	});

	it('may have no counter at all', async () => {
		const { address, passkey } = await withPasskey();
		for (let time = 0; time < 3; time += 1) {
			expect((await answerByPasskey(await app.passwordStep(address), passkey, { counter: 0 })).status).toBe(200);
		}
	});

	describe('one signature', () => {
		it('opens one session, also when it is sent many times at once', async () => {
			// The attack: the answer is copied on its way and sent from elsewhere as well.
			const { address, passkey } = await withPasskey();
			const browser = await app.passwordStep(address);
			const { id, options } = await passkeyChallenge(browser);
			const assertion = passkey.assert(options);
			const answers = await Promise.all(Array.from({ length: 20 }, () => answer(browser.copy(), id, assertion)));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		});

		it('is worth nothing at another challenge, in another browser, or once more', async () => {
			const { address, passkey } = await withPasskey();
			const [mine, other] = [await app.passwordStep(address), await app.passwordStep(address)];
			const { id, options } = await passkeyChallenge(mine);
			const elsewhere = await passkeyChallenge(other);
			const assertion = passkey.assert(options);
			expect((await answer(other, id, assertion)).code).toBe('challenge.expired');
			expect((await answer(other, elsewhere.id, assertion)).code).toBe('factor.passkey_rejected');
			expect((await answer(mine, id, assertion)).status).toBe(200);
			expect((await answer(mine, id, assertion)).code).toBe('challenge.expired');
			const again = await passkeyChallenge(mine);
			expect((await answer(mine, again.id, assertion)).code).toBe('factor.passkey_rejected');
		});
	});

	it('of another account opens nothing, whatever it calls its owner', async () => {
		// The attack: the thief answers the victim's challenge with a passkey of his own.
		const thief = await withPasskey();
		const victim = await withPasskey();
		const browser = await app.passwordStep(victim.address);
		const { id, options } = await passkeyChallenge(browser);
		const own = thief.passkey.assert(options);
		const theirs = victim.passkey.assert(options);
		const { userHandle } = own.response;
		for (const assertion of [
			own,
			{ ...own, id: victim.passkey.id, rawId: victim.passkey.id },
			{ ...theirs, response: { ...own.response, userHandle: theirs.response.userHandle } },
			{ ...theirs, response: { ...theirs.response, userHandle } },
		]) {
			expect((await answer(browser, id, assertion)).code).toBe('factor.passkey_rejected');
		}
		expect((await answer(browser, id, victim.passkey.assert(options))).status).toBe(200);
	});

	it('that is somebody else’s already is not set up for a second account', async () => {
		const { passkey } = await withPasskey();
		const browser = await app.passwordStep(await app.addPerson());
		const enrolment = await browser.must('POST /api/enrolments', { body: { kind: 'passkey' } });
		if (enrolment.kind !== 'passkey') throw new Error('no passkey');
		const params = { id: enrolment.id };
		const body = { attestation: passkey.attest(enrolment.prompt.options) };
		const refusal = await browser.call('POST /api/enrolments/{id}/answer', { params, body });
		expect([refusal.status, refusal.code]).toEqual([422, 'factor.passkey_rejected']);
		expect(await methodsOf(browser)).toEqual([]);
		expect(await stateOf(browser)).toBe('signed-in');
	});

	it('that was removed or replaced answers no challenge, not even one under way (promise 11)', async () => {
		const { address, browser, passkey } = await withPasskey();
		const second = await setUpPasskey(browser);
		const atStep = await app.passwordStep(address);
		const { id, options } = await passkeyChallenge(atStep);
		const first = (await methodsOf(browser)).find(({ name }) => name === 'Laptop');
		await browser.must('DELETE /api/methods/{id}', { params: { id: first?.id ?? '' } });
		expect((await answer(atStep, id, passkey.assert(options))).code).toBe('factor.passkey_rejected');
		const body = { kind: 'passkey', replaces: (await methodsOf(browser))[0]?.id ?? '' } as const;
		const enrolment = await browser.must('POST /api/enrolments', { body });
		if (enrolment.kind !== 'passkey') throw new Error('no passkey');
		const third = createPasskey(origin);
		await browser.must('POST /api/enrolments/{id}/answer', {
			params: { id: enrolment.id },
			body: { attestation: third.attest(enrolment.prompt.options) },
		});
		expect((await answer(atStep, id, second.assert(options))).code).toBe('factor.passkey_rejected');
		expect((await answerByPasskey(await app.passwordStep(address), third)).status).toBe(200);
	});

	it('never fails, whatever octets arrive (promise 4)', async () => {
		// The attack: malformed CBOR, COSE or JSON inside the octets brings the check itself down.
		const octets = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 40 }),
			fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
		);
		const field = fc.constantFrom('clientDataJSON', 'authenticatorData', 'signature', 'userHandle');
		const newcomer = await app.passwordStep(await app.addPerson());
		await fc.assert(
			fc.asyncProperty(field, octets, async (name, value) => {
				const { browser, passkey } = await withPasskey();
				const { id, options } = await passkeyChallenge(browser);
				const right = passkey.assert(options);
				const answered = await answer(browser, id, { ...right, response: { ...right.response, [name]: value } });
				expect([name, value, answered.status < 500]).toEqual([name, value, true]);
				const enrolment = await newcomer.must('POST /api/enrolments', { body: { kind: 'passkey' } });
				if (enrolment.kind !== 'passkey') throw new Error('no passkey');
				const made = createPasskey(origin).attest(enrolment.prompt.options);
				const part = name === 'clientDataJSON' ? name : 'attestationObject';
				const body = { attestation: { ...made, response: { ...made.response, [part]: value } } };
				const params = { id: enrolment.id };
				const refusal = await newcomer.call('POST /api/enrolments/{id}/answer', { params, body });
				// What is no base64url is not of the form that the contract asks for.
				expect([part, value, refusal.status]).toEqual([part, value, /^[\w-]*$/.test(value) ? 422 : 400]);
			}),
			{ numRuns: 12 },
		);
	});
});
