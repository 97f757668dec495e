import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createSecondStep, type SecondStep } from '../testing/second-step.ts';
import { storedRows } from '../testing/tables.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { minute } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let db: Database;
	let answer: SecondStep['answer'];
	let answerByRecoveryCode: SecondStep['answerByRecoveryCode'];
	let newChallenge: SecondStep['newChallenge'];
	beforeAll(async () => {
		({ db } = await create());
		app = createTestApp({ db });
		({ answer, answerByRecoveryCode, newChallenge } = createSecondStep(app));
	});

	const withCodes = async () => {
		const person = await app.addPersonWithTotp();
		return { ...person, codes: await app.saveRecoveryCodes(person.browser) };
	};
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const recoveryOf = async (browser: Browser) => (await browser.must('GET /api/methods')).recovery;
	const recover = async (address: string, code: string) => {
		const browser = await app.passwordStep(address);
		return { browser, answer: await answerByRecoveryCode(browser, code) };
	};

	it('are ten, of letters that are not mistaken for each other, no two alike', async () => {
		const { browser, codes } = await withCodes();
		expect(codes).toHaveLength(10);
		expect(new Set(codes).size).toBe(10);
		for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
		expect(await recoveryOf(browser)).toMatchObject({ left: 10, of: 10 });
	});

	it('are no method: they alone are not two-factor, and go with the last method', async () => {
		const newcomer = await app.passwordStep(await app.addPerson());
		expect((await newcomer.call('POST /api/enrolments', { body: { kind: 'recovery' } })).code).toBe(
			'factor.not_available',
		);
		const { address, browser } = await withCodes();
		const { methods } = await browser.must('GET /api/methods');
		expect(methods.map(({ kind }) => kind)).toEqual(['totp']);
		await browser.must('DELETE /api/methods/{id}', { params: { id: methods[0]?.id ?? '' } });
		expect(await (await app.passwordStep(address)).must('GET /api/session')).toMatchObject({
			state: 'signed-in',
			twoFactor: false,
		});
		expect(await recoveryOf(await app.passwordStep(address))).toBeNull();
	});

	it('are understood as people copy them from paper', async () => {
		const { address, codes } = await withCodes();
		const typings = [
			(code: string) => code.toUpperCase(),
			(code: string) => code.replace('-', ''),
			(code: string) => ` ${code.replace('-', ' － ')}\u3000`,
			(code: string) => [...code].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
		];
		for (const [index, typed] of typings.entries()) {
			const { browser, answer: answered } = await recover(address, typed(codes[index] ?? ''));
			expect([index, answered.status, await stateOf(browser)]).toEqual([index, 200, 'signed-in']);
		}
	});

	describe('each opens one sign-in (promise 19; NIST SP 800-63B-4, 3.1.2)', () => {
		it('and none after that', async () => {
			const { address, browser, codes } = await withCodes();
			expect((await recover(address, codes[3] ?? '')).answer.status).toBe(200);
			const again = await recover(address, codes[3] ?? '');
			expect([again.answer.status, again.answer.code]).toEqual([422, 'factor.recovery_rejected']);
			expect(again.answer.details).toEqual({ attemptsLeft: 4 });
			expect(await stateOf(again.browser)).toBe('awaiting-second-factor');
			expect(await recoveryOf(browser)).toMatchObject({ left: 9, of: 10 });
		});

		it('also when it is sent twenty times at once, by twenty browsers', async () => {
			// The attack: a code seen on a desk is used in many places before the first use is stored.
			const { address, browser, codes } = await withCodes();
			const browsers = await Promise.all(Array.from({ length: 20 }, () => app.passwordStep(address)));
			const ids = await Promise.all(browsers.map((one) => newChallenge(one, 'recovery')));
			const answers = await Promise.all(browsers.map((one, index) => answer(one, ids[index] ?? '', codes[0] ?? '')));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
			expect(await recoveryOf(browser)).toMatchObject({ left: 9 });
		});

		it('and two different ones at once open two', async () => {
			const { address, browser, codes } = await withCodes();
			const browsers = [await app.passwordStep(address), await app.passwordStep(address)];
			const ids = await Promise.all(browsers.map((one) => newChallenge(one, 'recovery')));
			const answers = await Promise.all(
				browsers.map((one, index) => answer(one, ids[index] ?? '', codes[index] ?? '')),
			);
			// Where the second was read before the first was stored it is refused, and not used up.
			const used = answers.filter(({ status }) => status === 200).length;
			expect(used).toBeGreaterThanOrEqual(1);
			expect(await recoveryOf(browser)).toMatchObject({ left: 10 - used });
		});
	});

	it('are in no dump of the database, and the hashes of one person are none of another’s', async () => {
		// The attack: a stolen backup, and a table of hashes computed beforehand.
		const { codes } = await withCodes();
		const text = JSON.stringify(await storedRows(db));
		for (const code of codes) {
			for (const shape of [code, code.replace('-', ''), Buffer.from(code).toString('base64url')]) {
				expect(text).not.toContain(shape);
			}
		}
		const rows = await db.selectFrom('credentials').where('kind', '=', 'recovery').selectAll().execute();
		const opened = rows.map((row) =>
			app.app.credentials.open({
				...{ id: row.id, accountId: row.account_id, personId: row.person_id, kind: row.kind, name: row.name },
				...{ sealed: row.sealed, version: row.version, createdAt: row.created_at },
				...{ lastUsedAt: row.last_used_at, preferred: row.preferred === 1 },
			}),
		) as { salt: string }[];
		expect(new Set(opened.map(({ salt }) => salt)).size).toBe(rows.length);
		for (const code of codes) expect(JSON.stringify(opened)).not.toContain(code.replace('-', ''));
	});

	describe('made anew', () => {
		it('leave the old ones in force until the new ones are saved, and not a moment longer', async () => {
			const { address, browser, codes } = await withCodes();
			const enrolment = await browser.must('POST /api/enrolments', { body: { kind: 'recovery' } });
			if (enrolment.kind !== 'recovery') throw new Error('no recovery codes');
			const early = await recover(address, enrolment.prompt.codes[0] ?? '');
			expect(early.answer.code).toBe('factor.recovery_rejected');
			expect((await recover(address, codes[0] ?? '')).answer.status).toBe(200);
			const params = { id: enrolment.id };
			await browser.must('POST /api/enrolments/{id}/answer', { params, body: { saved: true } });
			expect((await recover(address, codes[1] ?? '')).answer.code).toBe('factor.recovery_rejected');
			expect((await recover(address, enrolment.prompt.codes[0] ?? '')).answer.status).toBe(200);
			expect(await recoveryOf(browser)).toMatchObject({ left: 9 });
		});

		it('are shown to the session that made them, until they are saved, and never again (promise 20)', async () => {
			const { address, browser, authenticator } = await withCodes();
			const { id, prompt } = await browser.must('POST /api/enrolments', { body: { kind: 'recovery' } });
			expect((await browser.must('GET /api/enrolments/current')).enrolment?.prompt).toEqual(prompt);
			const other = await app.signIn(address, authenticator);
			expect((await other.must('GET /api/enrolments/current')).enrolment).toBeNull();
			const foreign = await other.call('POST /api/enrolments/{id}/answer', { params: { id }, body: { saved: true } });
			expect(foreign.code).toBe('enrolment.expired');
			await browser.must('POST /api/enrolments/{id}/answer', { params: { id }, body: { saved: true } });
			expect((await browser.must('GET /api/enrolments/current')).enrolment).toBeNull();
		});

		it('are confirmed by the word that they are saved, and by no code', async () => {
			const { browser } = await withCodes();
			const { id } = await browser.must('POST /api/enrolments', { body: { kind: 'recovery' } });
			const byCode = await browser.call('POST /api/enrolments/{id}/answer', {
				params: { id },
				body: { code: '123456' },
			});
			expect(byCode.status).toBeGreaterThanOrEqual(400);
			expect(await recoveryOf(browser)).toMatchObject({ left: 10 });
		});

		it('are one set, also when they are saved many times at once', async () => {
			const { address, browser } = await withCodes();
			const { id } = await browser.must('POST /api/enrolments', { body: { kind: 'recovery' } });
			const answers = await Promise.all(
				Array.from({ length: 10 }, () =>
					browser.copy().call('POST /api/enrolments/{id}/answer', { params: { id }, body: { saved: true } }),
				),
			);
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			const { id: accountId } = await app.app.accounts.find(address);
			const all = await app.app.credentials.ofAccount(accountId);
			expect(all.filter(({ kind }) => kind === 'recovery')).toHaveLength(1);
		});
	});

	it('of one person open nothing as another', async () => {
		const { codes } = await withCodes();
		const other = await withCodes();
		expect((await recover(other.address, codes[0] ?? '')).answer.code).toBe('factor.recovery_rejected');
	});

	it('have a budget of guesses of their own (promise 2)', async () => {
		// The attack: with the password, try codes until one fits.
		const { address, authenticator, codes } = await withCodes();
		for (let number = 0; number < 2; number += 1) {
			const browser = await app.passwordStep(address, `192.0.2.${number}`);
			const id = await newChallenge(browser, 'recovery');
			for (let guess = 0; guess < 5; guess += 1) {
				expect((await answer(browser, id, 'aaaaa-aaaaa')).code).toBe('factor.recovery_rejected');
			}
			expect((await answer(browser, id, codes[0] ?? '')).code).toMatch(/exhausted|throttled/);
		}
		expect((await recover(address, codes[0] ?? '')).answer.code).toBe('factor.throttled');
		await app.signIn(address, authenticator);
		app.clock.advance(15 * minute);
		expect((await recover(address, codes[0] ?? '')).answer.status).toBe(200);
	});

	it('cost nothing to mistype into what cannot be one', async () => {
		const { address, codes } = await withCodes();
		const browser = await app.passwordStep(address);
		const id = await newChallenge(browser, 'recovery');
		for (const typed of ['', 'abc', '123456', `${codes[0]}x`, 'oo1l0-iiiii', '恢复码恢复码恢复码恢']) {
			const refusal = await answer(browser, id, typed);
			expect([typed, refusal.status, refusal.code]).toEqual([typed, 400, 'factor.recovery_malformed']);
		}
		expect((await answer(browser, id, codes[0] ?? '')).status).toBe(200);
	});

	it('are what a set-up that is due ends with (promise 8)', async () => {
		// The attack: leave after the method, and be without any way back when the phone is lost.
		const browser = await app.passwordStep(await app.addPersonWhoMust());
		await app.setUpTotp(browser);
		expect((await browser.call('GET /api/client-passwords')).code).toBe('session.set_up_needed');
		await browser.must('POST /api/enrolments', { body: { kind: 'recovery' } });
		expect(await browser.must('GET /api/session')).toMatchObject({ remaining: 'recovery-codes' });
		await app.saveRecoveryCodes(browser);
		expect(await stateOf(browser)).toBe('signed-in');
	});
});
