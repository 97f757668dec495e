import type { App } from '@mailward/bff/app.ts';
import { type RandomBytes, randomId } from '@mailward/bff/crypto/random.ts';
import type { Database } from '@mailward/bff/storage/database.ts';

/** The mail domain of the demo. */
export const demoDomain = 'campus.example';

/** The people of the demo. Names, passwords and what is set up stay as they are: people, scripts and tests rely on it. */
export const demoAccounts = [
	{ name: 'lin', displayName: '林雯 Lin Wen', about: 'nothing set up' },
	{
		name: 'chen',
		displayName: '陈默 Chen Mo',
		about: 'two-factor mandatory, nothing set up',
		requiredSince: '2026-09-01',
	},
	{
		name: 'wang',
		displayName: '王珊 Wang Shan',
		about: 'authenticator app',
		aliases: ['shan.wang'],
		setUpKey: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
	},
	{ name: 'lab', displayName: '化学实验室 Chemistry Lab', about: 'shared mailbox', kind: 'shared' },
	{ name: 'admin', displayName: '邮件管理员 Postmaster', about: 'administrator', administrator: true },
] as const satisfies readonly DemoAccount[];

interface DemoAccount {
	readonly name: string;
	readonly displayName: string;
	readonly about: string;
	readonly requiredSince?: string;
	/** Base32, as an authenticator app takes it. */
	readonly setUpKey?: string;
	/** Further names before the @ that lead to it. */
	readonly aliases?: readonly string[];
	readonly kind?: 'shared';
	readonly administrator?: true;
}

export type DemoName = (typeof demoAccounts)[number]['name'];

export const demoAddress = (name: DemoName): string => `${name}@${demoDomain}`;
export const demoPassword = (name: DemoName): string => `demo-${name}-2026`;

const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const fromBase32 = (text: string): Buffer => {
	const bits = [...text].map((letter) => base32Alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
};

/** Two-factor is a must for some from a day that has passed: said once, so that whoever changes the policy keeps it. */
const seedDemoPolicy = async ({ policies }: App): Promise<void> => {
	const [newest] = await policies.history();
	if (newest === undefined || newest.version > 0) return;
	const required = (demoAccounts as readonly DemoAccount[]).flatMap(({ name, requiredSince: from }) =>
		from === undefined ? [] : [{ account: `${name}@${demoDomain}`, from, remindDays: 30 }],
	);
	const about = { author: 'demo', reason: 'an account whose set-up is due', after: newest.version };
	await policies.set({ ...newest.policy, required }, about);
};

/** Adds the accounts of the demo that are not there yet, and its policy. */
export const seedDemoAccounts = async (
	app: App,
	parts: { db: Database; random: RandomBytes; now: number },
): Promise<void> => {
	await seedDemoPolicy(app);
	for (const demo of demoAccounts as readonly DemoAccount[]) {
		const address = `${demo.name}@${demoDomain}`;
		if ((await app.accountStore.byAddress(address)) !== undefined) continue;
		const account = await app.accounts.add({
			address,
			name: demo.displayName,
			password: `demo-${demo.name}-2026`,
			...(demo.aliases !== undefined && { aliases: demo.aliases }),
			...(demo.kind !== undefined && { kind: demo.kind }),
			...(demo.administrator !== undefined && { administrator: demo.administrator }),
		});
		if (demo.setUpKey === undefined) continue;
		await app.credentials.insert(parts.db, {
			id: randomId(parts.random),
			accountId: account.id,
			personId: account.id,
			kind: 'totp',
			name: '',
			secret: { secret: fromBase32(demo.setUpKey).toString('base64'), lastStep: 0 },
			lookup: null,
			at: parts.now,
		});
	}
};
