import {
	type FactorKind,
	isScanKind,
	type MethodKind,
	methodKinds,
	type ScanKind,
} from '@mailward/shared/factors/kinds.ts';
import { type ComponentType, lazy } from 'react';
import { Challenge as DingTalkChallenge } from './dingtalk/challenge.tsx';
import type { ChallengeProps, MethodFaces, RecoveryFaces } from './factor.ts';
import { Challenge as PasskeyChallenge } from './passkey/challenge.tsx';
import { firstName } from './passkey/first-name.ts';
import { passkeysSupported } from './passkey/supported.ts';
import { Challenge as RecoveryChallenge } from './recovery/challenge.tsx';
import { Challenge as SmsChallenge } from './sms/challenge.tsx';
import { Challenge as TotpChallenge } from './totp/challenge.tsx';
import { Challenge as WeChatChallenge } from './wechat/challenge.tsx';

type Registry = { readonly [K in MethodKind]: MethodFaces<K> } & { readonly recovery: RecoveryFaces };

/**
 * Every kind there is; one without its faces does not compile. Those of the second step come together, since which one is
 * due is known only when it is due; those of setting up are each fetched when they are first shown.
 */
export const factors: Registry = {
	totp: {
		icon: 'totp',
		Challenge: TotpChallenge,
		steps: [
			{ name: 'connect', title: 'factors.totp.connect.title', next: 'factors.totp.connect.next' },
			{ name: 'test', title: 'factors.totp.test.title', ends: true },
		],
		Intro: lazy(() => import('./totp/intro.tsx').then(({ Intro }) => ({ default: Intro }))),
		Connect: lazy(() => import('./totp/connect.tsx').then(({ Connect }) => ({ default: Connect }))),
		Prove: lazy(() => import('./totp/prove.tsx').then(({ Prove }) => ({ default: Prove }))),
		unsupported: () => undefined,
	},
	sms: {
		icon: 'sms',
		Challenge: SmsChallenge,
		steps: [{ name: 'number', title: 'factors.sms.number.title', ends: true }],
		Intro: lazy(() => import('./sms/intro.tsx').then(({ Intro }) => ({ default: Intro }))),
		Prove: lazy(() => import('./sms/prove.tsx').then(({ Prove }) => ({ default: Prove }))),
		unsupported: () => undefined,
	},
	wechat: {
		icon: 'wechat',
		Challenge: WeChatChallenge,
		steps: [{ name: 'scan', title: 'factors.wechat.scan.title', wide: true, ends: true }],
		Intro: lazy(() => import('./wechat/intro.tsx').then(({ Intro }) => ({ default: Intro }))),
		Prove: lazy(() => import('./wechat/prove.tsx').then(({ Prove }) => ({ default: Prove }))),
		unsupported: () => undefined,
	},
	dingtalk: {
		icon: 'dingtalk',
		Challenge: DingTalkChallenge,
		steps: [{ name: 'scan', title: 'factors.dingtalk.scan.title', wide: true, ends: true }],
		Intro: lazy(() => import('./dingtalk/intro.tsx').then(({ Intro }) => ({ default: Intro }))),
		Prove: lazy(() => import('./dingtalk/prove.tsx').then(({ Prove }) => ({ default: Prove }))),
		unsupported: () => undefined,
	},
	passkey: {
		icon: 'passkey',
		Challenge: PasskeyChallenge,
		steps: [{ name: 'create', title: 'factors.passkey.create.title', ends: true }],
		Intro: lazy(() => import('./passkey/intro.tsx').then(({ Intro }) => ({ default: Intro }))),
		Prove: lazy(() => import('./passkey/prove.tsx').then(({ Prove }) => ({ default: Prove }))),
		unsupported: () => (passkeysSupported() ? undefined : 'factors.passkey.intro.unsupported'),
		firstName,
	},
	recovery: {
		icon: 'recovery',
		Challenge: RecoveryChallenge,
		Save: lazy(() => import('./recovery/save.tsx').then(({ Save }) => ({ default: Save }))),
	},
};

/** Whether a method waits for something elsewhere, so that its prompt changes by itself. */
export const isElsewhere = (kind: FactorKind): kind is 'sms' | ScanKind => kind === 'sms' || isScanKind(kind);

/** Whether a person has one of a kind at most: another one takes its place. */
export const isSingle = (kind: FactorKind): kind is 'sms' | ScanKind => isElsewhere(kind);

/** The face for a challenge whose kind is known at run time only; the contract pairs each kind with its prompt. */
export const challengeFace = (kind: FactorKind) => factors[kind].Challenge as ComponentType<ChallengeProps>;

/** Likewise for a method that is being set up. */
export const methodFaces = (kind: MethodKind) => factors[kind] as MethodFaces;

/** The method that a part of an address names, if any. */
export const toMethodKind = (part: string | undefined): MethodKind | undefined =>
	methodKinds.find((kind) => kind === part);
