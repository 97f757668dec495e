import type { FactorKind, MethodKind } from '@mailward/shared/factors/kinds.ts';
import type { PasskeyChallengePrompt } from '@mailward/shared/factors/passkey-prompts.ts';
import type { SessionStateName } from '@mailward/shared/session-state.ts';
import { day, hour, minute, second } from '../../time/clock.ts';
import type { Authenticator } from '../authenticator.ts';
import type { Passkey } from '../passkey.ts';

/**
 * What must be true of signing in, written from the promises and without the server's code: whom the server lets in is
 * compared with this after every step. Times are milliseconds since the epoch.
 */
export interface Model {
	now: number;
	password: string;
	disabled: boolean;
	/** Two-factor is a must for this account. */
	must: boolean;
	/** The policy trusts devices for so many days. */
	trustDays: 0 | 30;
	/** The policy takes every method; otherwise the authenticator only. */
	allAllowed: boolean;
	methods: Method[];
	/** The codes that have not been used; undefined where none were made. */
	recovery: { left: string[]; used: string[] } | undefined;
	devices: Device[];
	sessions: Session[];
	readonly browsers: readonly ModelBrowser[];
	/** When the last text was sent to a number. */
	readonly texted: Map<string, number>;
	/** The kinds of the challenges that were passed. */
	readonly passedBy: FactorKind[];
	/** Wrong answers so far: the model knows nothing of budgets, so it stays below them. */
	wrong: number;
}

export interface Method {
	id: string;
	kind: MethodKind;
	/** A text is a mobile number, or who its person is to WeChat. */
	proof: Authenticator | Passkey | string;
	/** The step of thirty seconds whose code was used last. */
	lastStep: number;
}

export interface Device {
	exists: boolean;
	/** Raised at each use; an older number is an older token. */
	generation: number;
	createdAt: number;
	expiresAt: number;
}

type Proof = 'nothing' | 'password' | 'factor' | 'recovery' | Device;

export interface Session {
	/** Raised at each step up; an older number is an older token. */
	generation: number;
	ended: boolean;
	stage: 'second step' | 'set-up' | 'in';
	proof: Proof;
	provedAt: number;
	expiresAt: number;
	/** The one under way. */
	challenge: Challenge | undefined;
	/** All that were begun: one that was left may be come back to. */
	challenges: Challenge[];
	/** Everything but a password that was ever shown in this session: what the invariant is judged by. */
	readonly evidence: { readonly what: 'factor' | 'recovery' | Device; readonly at: number }[];
}

export interface Challenge {
	readonly id: string;
	readonly kind: FactorKind;
	readonly options: PasskeyChallengePrompt['options'] | undefined;
	readonly expiresAt: number;
	/** Where its codes are sent to, and the server's id of that. */
	readonly to: { readonly id: string; readonly number: string };
	/** Codes that were sent, each good for five minutes. */
	readonly texts: { readonly code: string; readonly number: string; readonly at: number }[];
	/** What a phone is to scan; it changes when the challenge is begun anew. */
	readonly scan: Scan | undefined;
}

export interface Scan {
	readonly url: string;
	readonly expiresAt: number;
	/** Who confirmed it, while it was good. */
	confirmedBy: string | undefined;
}

/** What a browser holds: tokens, each as old as when it was given. */
export interface ModelBrowser {
	session: { of: Session; generation: number } | undefined;
	devices: { of: Device; generation: number }[];
}

export const rightPasswords = ['plum-blossom-in-snow', 'willows-along-the-dyke'] as const;

export const newModel = (now: number): Model => ({
	now,
	password: rightPasswords[0],
	disabled: false,
	must: false,
	trustDays: 30,
	allAllowed: true,
	methods: [],
	recovery: undefined,
	devices: [],
	sessions: [],
	browsers: Array.from({ length: 3 }, () => ({ session: undefined, devices: [] })),
	texted: new Map(),
	passedBy: [],
	wrong: 0,
});

export const isTrusted = (model: Model, device: Device): boolean =>
	device.exists && device.expiresAt > model.now && device.createdAt + model.trustDays * day > model.now;

/** The session of a browser whose token still counts. */
export const sessionOf = (model: Model, browser: ModelBrowser): Session | undefined => {
	const held = browser.session;
	if (held === undefined || held.of.ended || held.generation !== held.of.generation) return undefined;
	return held.of.expiresAt > model.now && !model.disabled ? held.of : undefined;
};

/** Where a browser must stand. */
export const standingOf = (model: Model, browser: ModelBrowser): SessionStateName => {
	const session = sessionOf(model, browser);
	if (session === undefined) return 'signed-out';
	const { stage, proof } = session;
	if (model.methods.length === 0) {
		if (model.must) return 'awaiting-set-up';
		return stage === 'in' && (proof === 'password' || proof === 'factor' || proof === 'recovery')
			? 'signed-in'
			: 'signed-out';
	}
	if (stage === 'set-up' && proof === 'factor') return 'awaiting-set-up';
	if (stage !== 'in' || proof === 'nothing' || proof === 'password') return 'awaiting-second-factor';
	if (typeof proof === 'string') return 'signed-in';
	return isTrusted(model, proof) ? 'signed-in' : 'awaiting-second-factor';
};

/** Whether a browser may do what is sensitive. */
export const isFresh = (model: Model, browser: ModelBrowser): boolean => {
	const session = sessionOf(model, browser);
	if (session === undefined || standingOf(model, browser) !== 'signed-in') return false;
	return typeof session.proof === 'string' && model.now - session.provedAt <= 10 * minute;
};

export const stepOf = (time: number): number => Math.floor(time / (30 * second));

export const hasKind = (model: Model, kind: FactorKind): boolean =>
	kind === 'recovery' ? model.recovery !== undefined : model.methods.some((method) => method.kind === kind);
export const isAllowed = (model: Model, kind: FactorKind): boolean =>
	kind === 'totp' || kind === 'recovery' || model.allAllowed;

/** A new session in a browser; the one it had ends. */
export const begin = (
	model: Model,
	browser: ModelBrowser,
	{ stage, proof }: Pick<Session, 'stage' | 'proof'>,
	old = standingOf(model, browser),
): Session => {
	if (old !== 'signed-out' && browser.session !== undefined) browser.session.of.ended = true;
	const session: Session = {
		generation: 1,
		ended: false,
		stage,
		proof,
		provedAt: model.now,
		expiresAt: model.now + (stage === 'in' ? 24 * hour : hour),
		challenge: undefined,
		challenges: [],
		evidence: [],
	};
	model.sessions.push(session);
	browser.session = { of: session, generation: 1 };
	return session;
};

/** A step up, under a new token that only this browser gets. */
export const stepUp = (
	model: Model,
	browser: ModelBrowser,
	{ stage, proof }: Pick<Session, 'stage' | 'proof'>,
	wasSignedIn = standingOf(model, browser) === 'signed-in',
): void => {
	const session = sessionOf(model, browser);
	if (session === undefined) throw new Error('there is no session to step up');
	session.generation += 1;
	browser.session = { of: session, generation: session.generation };
	Object.assign(session, { stage, proof, provedAt: model.now });
	if (!wasSignedIn) session.expiresAt = model.now + (stage === 'in' ? 24 * hour : hour);
	if (proof === 'factor' || proof === 'recovery') session.evidence.push({ what: proof, at: model.now });
};

/** The token a browser would show for trust: the newest whose device is still known. */
export const deviceToken = (browser: ModelBrowser) => browser.devices.find(({ of }) => of.exists);

export const keepDevice = (browser: ModelBrowser, device: Device): void => {
	const others = browser.devices.filter(({ of }) => of !== device);
	browser.devices = [{ of: device, generation: device.generation }, ...others].slice(0, 6);
};

export const distrustAll = (model: Model): void => {
	for (const device of model.devices) device.exists = false;
};

/** A method was replaced or removed: what the other sessions have shown counts no more. */
export const unverifyOthers = (model: Model, browser: ModelBrowser): void => {
	const own = sessionOf(model, browser);
	for (const session of model.sessions) {
		if (session === own || session.proof === 'nothing') continue;
		Object.assign(session, { stage: 'second step', proof: 'nothing' });
	}
};
