import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createEmptyDatabase } from '../storage/test-databases.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import type { Answer, Browser } from '../testing/browser.ts';
import { setUpPasskey } from '../testing/passkey-acts.ts';
import { type Replicas, startReplicas } from '../testing/replicas.ts';
import { createSecondStep, type SecondStep } from '../testing/second-step.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { anyMailApp, type TestApp, webPassword } from '../testing/test-app.ts';

describe.runIf('url' in inject('postgres'))('attacks on two servers at once, on one PostgreSQL', () => {
	// The attack, everywhere here: what one process keeps in its memory, or reads before it writes, the other does not know.
	let replicas: Replicas;
	let app: TestApp;
	let answer: SecondStep['answer'];
	let newChallenge: SecondStep['newChallenge'];
	beforeAll(async () => {
		const database = await createEmptyDatabase.PostgreSQL();
		replicas = await startReplicas(database, [
			[9293, 9294],
			[9295, 9296],
		]);
		({ app } = replicas);
		({ answer, newChallenge } = createSecondStep(app));
	}, 60_000);
	afterAll(() => replicas?.stop());

	const times = <T>(count: number, act: (index: number) => Promise<T>) =>
		Promise.all(Array.from({ length: count }, (_, index) => act(index)));
	const person = () => {
		replicas.rewind();
		return app.addPersonWithTotp();
	};
	const passwordStep = async (at: number, address: string, password = webPassword) => {
		const browser = replicas.browser(at);
		await browser.must('POST /api/sign-in', { body: { address, password } });
		return browser;
	};
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const passed = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200);
	const failed = (answers: readonly Answer[]) => answers.filter(({ status }) => status >= 500);

	it('let one of thirty identical codes in (promise 1)', async () => {
		const { address, authenticator } = await person();
		const browsers = await times(30, (index) => passwordStep(index, address));
		const ids = await Promise.all(browsers.map((browser) => app.challengeOf(browser)));
		const code = authenticator.codeAt(Date.now());
		const answers = await Promise.all(browsers.map((browser, index) => answer(browser, ids[index] ?? '', code)));
		expect([passed(answers).length, failed(answers)]).toEqual([1, []]);
		const states = await Promise.all(browsers.map(stateOf));
		expect(states.filter((state) => state === 'signed-in')).toHaveLength(1);
	});

	it('let one of twenty identical recovery codes in (promise 19)', async () => {
		const { address, browser } = await person();
		const [code = ''] = await app.saveRecoveryCodes(browser);
		const browsers = await times(20, (index) => passwordStep(index, address));
		const ids = await Promise.all(browsers.map((one) => newChallenge(one, 'recovery')));
		const answers = await Promise.all(browsers.map((one, index) => answer(one, ids[index] ?? '', code)));
		expect([passed(answers).length, failed(answers)]).toEqual([1, []]);
		expect((await browser.must('GET /api/methods')).recovery).toMatchObject({ left: 9 });
	});

	it('take one signature of a passkey once (promise 25)', async () => {
		replicas.rewind();
		const browser = await app.passwordStep(await app.addPerson());
		const passkey = await setUpPasskey(browser, undefined, replicas.origin);
		const { ticket, options } = await replicas.browser(0).must('POST /api/sign-in/passkey/options');
		const body = { ticket, assertion: passkey.assert(options) };
		const answers = await times(20, (index) => replicas.browser(index).call('POST /api/sign-in/passkey', { body }));
		expect([passed(answers).length, failed(answers)]).toEqual([1, []]);
	});

	it('trust a copied device token at most once, and from then on never (promise 18)', async () => {
		const { address, browser } = await person();
		await browser.must('POST /api/trusted-devices', { body: {} });
		const browsers = await times(10, async (index) => {
			const one = replicas.browser(index);
			one.setDeviceToken(browser.deviceToken());
			await one.must('POST /api/sign-in', { body: { address, password: webPassword } });
			return one;
		});
		expect(await Promise.all(browsers.map(stateOf))).toEqual(Array(10).fill('awaiting-second-factor'));
		expect((await browser.must('GET /api/trusted-devices')).devices).toEqual([]);
	});

	it('look at ten of forty wrong codes (promise 2)', async () => {
		const { address, authenticator } = await person();
		const browsers = await times(8, (index) => passwordStep(index, address));
		const ids = await Promise.all(browsers.map((browser) => app.challengeOf(browser)));
		const wrong = authenticator.wrongCodesAt(Date.now(), 40);
		const answers = await times(40, (index) => {
			const browser = browsers[index % 8];
			return answer(replicas.browser(Math.floor(index / 8), browser), ids[index % 8] ?? '', wrong[index] ?? '');
		});
		expect(answers.filter(({ code }) => code === 'factor.code_rejected')).toHaveLength(10);
		expect(answers.filter(({ code }) => code === 'factor.throttled' || code === 'challenge.exhausted')).toHaveLength(
			30,
		);
	});

	it('make six client passwords of twenty (promise 19)', async () => {
		const { browser } = await person();
		const answers = await times(20, (index) =>
			replicas.browser(index, browser).call('POST /api/client-passwords', {
				body: { ...anyMailApp, name: 'Phone', idempotencyKey: crypto.randomUUID() },
			}),
		);
		expect(passed(answers)).toHaveLength(6);
		expect(answers.filter(({ code }) => code === 'client_password.limit_reached')).toHaveLength(14);
	});

	it('let one of six finish with the same invitation (promise 7)', async () => {
		replicas.rewind();
		const mailbox = await createSharedMailbox(app);
		const { code } = await mailbox.invite('Newcomer');
		const browsers = await times(6, async (index) => {
			const one = await passwordStep(index, mailbox.address);
			await one.must('POST /api/sign-in/invitation', { body: { code } });
			return one;
		});
		const begun = await Promise.all(browsers.map((browser) => app.beginTotp(browser)));
		const answers = await times(6, async (index) => {
			const { id = '', prompt } = begun[index] ?? {};
			const typed = createAuthenticator(prompt?.secret ?? '').codeAt(Date.now());
			const body = { code: typed };
			return (browsers[index] as Browser).call('POST /api/enrolments/{id}/answer', { params: { id }, body });
		});
		expect([passed(answers).length, failed(answers)]).toEqual([1, []]);
		const { people } = await mailbox.first.browser.must('GET /api/people');
		expect(people.map(({ methods }) => methods)).toEqual([1, 1]);
	});

	describe('what ends on one ends on the other at once (promises 14, 21 and 27)', () => {
		it('by sign-out', async () => {
			const { browser } = await person();
			const [here, there] = [replicas.browser(0, browser), replicas.browser(1, browser)];
			expect(await stateOf(there)).toBe('signed-in');
			await here.must('POST /api/sign-out');
			expect(await stateOf(there)).toBe('signed-out');
		});

		it('by a new password, at the mail doors as well', async () => {
			replicas.rewind();
			const address = await app.addPerson();
			const [here, there] = [await passwordStep(0, address), await passwordStep(1, address)];
			expect(await replicas.mailDoor(1, address, webPassword)).toBe('accepted');
			const next = 'persimmons-by-the-gate-1962';
			await here.must('PUT /api/web-password', { body: { current: webPassword, next } });
			expect([await stateOf(here), await stateOf(there)]).toEqual(['signed-in', 'signed-out']);
			expect(await replicas.mailDoor(1, address, webPassword)).toBe('refused');
			expect(await replicas.mailDoor(1, address, next)).toBe('accepted');
		});

		it('by policy', async () => {
			replicas.rewind();
			const address = await app.addPerson();
			const there = await passwordStep(1, address);
			expect(await replicas.mailDoor(1, address, webPassword)).toBe('accepted');
			await app.setPolicy({ required: [{ account: address, from: '2020-01-01', remindDays: 0 }] });
			expect([await stateOf(there), await replicas.mailDoor(1, address, webPassword)]).toEqual([
				'awaiting-set-up',
				'refused',
			]);
		});

		it('by deleting a client password, and by a method set up', async () => {
			replicas.rewind();
			const address = await app.addPerson();
			const there = await passwordStep(1, address);
			expect(await replicas.mailDoor(1, address, webPassword)).toBe('accepted');
			const browser = await app.passwordStep(address);
			await app.setUpTotp(browser);
			expect([await stateOf(there), await replicas.mailDoor(1, address, webPassword)]).toEqual([
				'awaiting-second-factor',
				'refused',
			]);
			const { id, secret } = await app.createClientPassword(replicas.browser(0, browser));
			expect(await replicas.mailDoor(1, address, secret)).toBe('accepted');
			await replicas.browser(0, browser).must('DELETE /api/client-passwords/{id}', { params: { id } });
			expect(await replicas.mailDoor(1, address, secret)).toBe('refused');
		});
	});
});
