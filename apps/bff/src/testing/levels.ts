import type { Requirement } from '@mailward/shared/contract/endpoint.ts';
import { minute } from '../time/clock.ts';
import type { Browser } from './browser.ts';
import { createSecondStep } from './second-step.ts';
import { createSharedMailbox } from './shared-mailbox.ts';
import { anyMailApp, type TestApp, webPassword } from './test-app.ts';

/** What each way to stand before the portal fulfils; written out here, independently of the code that decides it. */
export const levels = {
	'signed-out': ['nobody'],
	'password shown': ['nobody', 'password-verified'],
	'set-up due': ['nobody', 'set-up-due'],
	'recovery codes due': ['nobody', 'set-up-due'],
	invited: ['nobody', 'set-up-due'],
	'trusted device': ['nobody', 'signed-in'],
	'verified long ago': ['nobody', 'signed-in'],
	'recovery code used': ['nobody', 'signed-in', 'recently-verified'],
	'freshly verified': ['nobody', 'signed-in', 'recently-verified'],
} as const satisfies Record<string, readonly Requirement[]>;

export type Level = keyof typeof levels;
export const levelNames = Object.keys(levels) as Level[];

/** Somebody at a level, and an account that has one of everything that an id can name. */
export interface Standing {
	readonly browser: Browser;
	/** An id of the account's own for the first part of a path, `methods` and so on; `some-id` where it has none. */
	idFor(path: string): Promise<string>;
}

const tables = {
	methods: 'credentials',
	'client-passwords': 'client_passwords',
	'apple-profiles': 'apple_profiles',
	'trusted-devices': 'trusted_devices',
	people: 'people',
	challenges: 'challenges',
	enrolments: 'enrolments',
} as const;

/** People at every level at once. The clock stands still from then on. */
export const createLevels = async (app: TestApp): Promise<Record<Level, Standing>> => {
	/** A shared mailbox with an authenticator, a client password, a link to a set-up profile and a trusted device. */
	const furnished = async () => {
		const mailbox = await createSharedMailbox(app);
		const { browser } = mailbox.first;
		await app.createClientPassword(browser);
		const link = { ...anyMailApp, app: 'iphone', name: 'iPhone', idempotencyKey: crypto.randomUUID() } as const;
		await browser.must('POST /api/apple-profiles', { body: link });
		await browser.must('POST /api/trusted-devices', { body: {} });
		await mailbox.invite('Somebody else');
		return { ...mailbox, ...mailbox.first };
	};
	const standing = (browser: Browser, address: string): Standing => ({
		browser,
		async idFor(path) {
			const part = path.split('/')[2] ?? '';
			const account = await app.app.accountStore.byAddress(address);
			const row =
				part === 'sessions'
					? await app.db
							.selectFrom('sessions')
							.where('account_id', '=', account?.id ?? '')
							.select('family_id as id')
							.executeTakeFirst()
					: await app.db
							.selectFrom(tables[part as keyof typeof tables] ?? 'people')
							.where('account_id', '=', account?.id ?? '')
							.select('id')
							.executeTakeFirst();
			return row?.id ?? 'some-id';
		},
	});

	const longAgo = await furnished();
	const trusted = await furnished();
	app.clock.advance(11 * minute);
	const deviceBrowser = app.browser();
	deviceBrowser.setDeviceToken(trusted.browser.deviceToken());
	await deviceBrowser.must('POST /api/sign-in', { body: { address: trusted.address, password: webPassword } });

	const fresh = await furnished();
	const recovered = await furnished();
	const { answerByRecoveryCode } = createSecondStep(app);
	const [code = ''] = await app.saveRecoveryCodes(recovered.browser);
	const recoveredBrowser = await app.passwordStep(recovered.address);
	await answerByRecoveryCode(recoveredBrowser, code);

	const pending = await furnished();
	const due = await app.addPersonWhoMust();
	const dueBrowser = await app.passwordStep(due);
	await app.beginTotp(dueBrowser);
	const codesDue = await app.addPersonWhoMust();
	const codesDueBrowser = await app.passwordStep(codesDue);
	await app.setUpTotp(codesDueBrowser);
	const inviting = await furnished();
	const invitedBrowser = await inviting.redeem((await inviting.invite('Newcomer')).code);

	const all = {
		'signed-out': standing(app.browser(), fresh.address),
		'password shown': standing(await app.passwordStep(pending.address), pending.address),
		'set-up due': standing(dueBrowser, due),
		'recovery codes due': standing(codesDueBrowser, codesDue),
		invited: standing(invitedBrowser, inviting.address),
		'trusted device': standing(deviceBrowser, trusted.address),
		'verified long ago': standing(longAgo.browser, longAgo.address),
		'recovery code used': standing(recoveredBrowser, recovered.address),
		'freshly verified': standing(fresh.browser, fresh.address),
	};
	// So that a look at the session finds nothing to note any more.
	for (const { browser } of Object.values(all)) await browser.must('GET /api/session');
	return all;
};
