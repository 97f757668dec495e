import { replacePassword } from '../../accounts/new-password.ts';
import { defaultPolicy } from '../../policy/policy.ts';
import { day, hour } from '../../time/clock.ts';
import { cheapHash } from '../test-app.ts';
import { distrustAll, type Model, rightPasswords } from './model.ts';
import type { Real, Step } from './turn.ts';

const hashes = rightPasswords.map(cheapHash);

export const advance =
	(by: number): Step =>
	async ({ model, real }) => {
		real.app.clock.advance(by);
		model.now = real.app.clock.now();
		// Unused for an hour is over; the shorter waits leave every session used in between.
		if (by >= hour) for (const session of model.sessions) session.ended = true;
	};

/** Of the caps the model knows one only: between two texts to a number ten seconds must pass. */
const textMessages = { ...defaultPolicy.textMessages, secondsApart: 10 };
for (const cap of Object.keys(textMessages) as (keyof typeof textMessages)[]) {
	if (cap !== 'secondsApart') textMessages[cap] = 1_000_000;
}

export const applyPolicy = async (model: Model, real: Real): Promise<void> => {
	const rule = { account: real.address, from: '2020-01-01', remindDays: 0 };
	const policy = {
		...defaultPolicy,
		required: model.must ? [rule] : [],
		methods: model.allAllowed ? defaultPolicy.methods : (['totp'] as const).slice(),
		trustedDeviceDays: model.trustDays,
		textMessages,
	};
	await real.app.app.policies.set(policy, { author: 'a test', reason: 'a test', after: real.policyVersion });
	real.policyVersion += 1;
	for (const device of model.devices) {
		device.expiresAt = Math.min(device.expiresAt, device.createdAt + model.trustDays * day);
		if (device.expiresAt <= model.now) device.exists = false;
	}
};

export const decide =
	(change: (model: Model) => void): Step =>
	async ({ model, real }) => {
		change(model);
		await applyPolicy(model, real);
	};

export const disable: Step = async ({ model, real }) => {
	await real.app.app.accounts.disable(real.address);
	model.disabled = true;
	for (const session of model.sessions) session.ended = true;
};
export const enable: Step = async ({ model, real }) => {
	await real.app.app.accounts.enable(real.address);
	model.disabled = false;
};

export const changePassword: Step = async ({ model, real }) => {
	const next = (rightPasswords.indexOf(model.password as (typeof rightPasswords)[0]) + 1) % rightPasswords.length;
	const change = { accountId: real.accountId, hash: hashes[next] ?? '' };
	await real.app.db.transaction().execute((transaction) => replacePassword(transaction, change));
	model.password = rightPasswords[next] ?? '';
	for (const session of model.sessions) session.ended = true;
	distrustAll(model);
};

/** A thief's copy, or a second tab: the cookies of one browser in another. */
export const copyTo =
	(to: number): Step =>
	async ({ model, real, mine, browser }) => {
		const other = model.browsers[to];
		const there = real.browsers[to];
		if (other === undefined || there === undefined) return;
		there.setToken(browser.token());
		there.setDeviceToken(browser.deviceToken());
		other.session = mine.session && { ...mine.session };
		other.devices = mine.devices.map((each) => ({ ...each }));
	};
