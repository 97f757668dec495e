import type { FactorKind, MethodKind } from '@mailward/shared/factors/kinds.ts';
import fc from 'fast-check';
import { day, hour, minute, second } from '../../time/clock.ts';
import { answerChallenge, comeInBy, scanAndSay, sendText, startChallenge } from './challenge-steps.ts';
import { revokeTrust, signIn, signInByPasskey, signOut, trust, verifyByPassword } from './door-steps.ts';
import type { Model } from './model.ts';
import { removeMethod, saveRecoveryCodes, setUp } from './set-up-steps.ts';
import type { Real, Step } from './turn.ts';
import { advance, changePassword, copyTo, decide, disable, enable } from './world-steps.ts';

/** Mostly the first: a sequence that is spread thin gets nowhere. */
const browserIndex = fc.constantFrom(0, 0, 0, 1, 1, 2);
const methodKind = fc.constantFrom('totp', 'totp', 'passkey', 'sms', 'wechat') satisfies fc.Arbitrary<MethodKind>;
const kind = fc.constantFrom('totp', 'totp', 'passkey', 'recovery', 'sms', 'wechat') satisfies fc.Arbitrary<FactorKind>;
/** Right twice as often as wrong. */
const right = fc.constantFrom(true, true, false);

type Compare = (model: Model, real: Real) => Promise<void>;
export type Command = fc.AsyncCommand<Model, Real>;

/** A step in one of the browsers; every one is followed by the comparison of the server with the model. */
const command = (name: string, step: Step, at: number, compare: Compare): Command => ({
	check: (model) => model.wrong < 4,
	async run(model, real) {
		const mine = model.browsers[at];
		const browser = real.browsers[at];
		if (mine === undefined || browser === undefined) throw new Error(`there is no browser ${at}`);
		// No two steps are at the same time: of two challenges one was begun first.
		real.app.clock.advance(1);
		model.now = real.app.clock.now();
		await step({ model, real, mine, browser });
		await compare(model, real);
	},
	toString: () => `${name} in ${at}`,
});

export const commands = (compare: Compare): fc.Arbitrary<Command>[] => {
	const steps: fc.Arbitrary<[name: string, Step]>[] = [
		fc.constant(['sign in', signIn(true)]),
		fc.constant(['sign in again', signIn(true)]),
		fc.constant(['sign in with a wrong password', signIn(false)]),
		fc.constantFrom('own' as const, 'removed or foreign' as const).map((w) => [`passkey, ${w}`, signInByPasskey(w)]),
		kind.map((k) => [`challenge by ${k}`, startChallenge(k)]),
		fc.tuple(kind, right).map(([k, r]) => [`answer ${k} ${r ? 'right' : 'wrong'}`, answerChallenge(k, r)]),
		fc.tuple(kind, right).map(([k, r]) => [`answer once more ${k} ${r}`, answerChallenge(k, r)]),
		fc.constant(['send a text', sendText]),
		fc
			.tuple(fc.constantFrom('own', 'own', 'foreign'), fc.constantFrom('confirm', 'confirm', 'deny'))
			.map(([whose, say]) => [`${whose} phone: ${say}`, scanAndSay(whose, say)]),
		methodKind.map((k) => [`come in by ${k}`, comeInBy(k)]),
		kind.map((k) => [`come in again by ${k}`, comeInBy(k)]),
		fc.constant(['confirm by password', verifyByPassword]),
		fc.tuple(methodKind, fc.boolean()).map(([k, r]) => [`${r ? 'replace' : 'set up'} ${k}`, setUp(k, r)]),
		methodKind.map((k) => [`set up ${k} too`, setUp(k, false)]),
		fc.constant(['save recovery codes', saveRecoveryCodes]),
		fc.constant(['remove a method', removeMethod]),
		fc.constant(['trust this browser', trust]),
		fc.constant(['trust it once more', trust]),
		fc.constant(['revoke all trust', revokeTrust]),
		fc.constant(['sign out', signOut]),
		fc
			.constantFrom(30 * second, 4 * minute, 11 * minute, 25 * hour, 31 * day)
			.map((by) => [`wait ${by} ms`, advance(by)]),
		fc.constant(['wait for the next code', advance(30 * second)]),
		fc.boolean().map((must) => [
			`must: ${must}`,
			decide((model) => {
				model.must = must;
			}),
		]),
		fc.constantFrom(0 as const, 30 as const).map((days) => [
			`trust for ${days} days`,
			decide((model) => {
				model.trustDays = days;
			}),
		]),
		fc.boolean().map((allowed) => [
			`all methods: ${allowed}`,
			decide((model) => {
				model.allAllowed = allowed;
			}),
		]),
		fc.constant(['disable', disable]),
		fc.constant(['enable', enable]),
		fc.constant(['change the password', changePassword]),
		browserIndex.map((to) => [`copy to ${to}`, copyTo(to)]),
	];
	return steps.map((step) => fc.tuple(step, browserIndex).map(([[name, run], at]) => command(name, run, at, compare)));
};

/** What an account has before the first step; its owner is signed in, in the first browser. */
export const beginnings = {
	nothing: [],
	'a set-up that is due': [
		decide((model) => {
			model.must = true;
		}),
		signIn(true),
	],
	'an authenticator': [signIn(true), setUp('totp', false), advance(30 * second)],
	'a number and a phone': [
		signIn(true),
		setUp('sms', false),
		setUp('wechat', false),
		advance(30 * second),
		signIn(true),
	],
	everything: [
		signIn(true),
		setUp('totp', false),
		setUp('passkey', false),
		setUp('sms', false),
		setUp('wechat', false),
		saveRecoveryCodes,
		trust,
		advance(30 * second),
	],
	'a trusted device': [
		signIn(true),
		setUp('totp', false),
		saveRecoveryCodes,
		trust,
		advance(30 * second),
		signIn(true),
	],
} satisfies Record<string, readonly Step[]>;
