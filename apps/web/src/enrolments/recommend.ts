import type { MethodKind } from '@mailward/shared/factors/kinds.ts';

export const usages = ['browser', 'apps', 'several'] as const;
/** How somebody uses their mail: on the web alone, in mail apps too, or together with others and abroad. */
export type Usage = (typeof usages)[number];

export const toUsage = (part: string | null): Usage | undefined => usages.find((usage) => usage === part);

/**
 * The methods that suit, the best first. On the web alone, what is on the phone already will do. Codes from an app work
 * wherever there is no signal and for whoever scans them.
 */
const preferred: Record<Usage, readonly MethodKind[]> = {
	browser: ['wechat', 'dingtalk', 'sms', 'passkey', 'totp'],
	apps: ['totp', 'passkey'],
	several: ['totp', 'passkey'],
};

/** Whether what a method takes is a smartphone, or any mobile phone at all; what is not here takes neither. */
const takes: Partial<Record<MethodKind, 'smartphone' | 'phone'>> = {
	totp: 'smartphone',
	wechat: 'smartphone',
	dingtalk: 'smartphone',
	sms: 'phone',
};

/** What somebody may not have whom a method is recommended to, and which of the `others` do without it. */
interface Without {
	readonly what: 'smartphone' | 'phone';
	readonly methods: readonly MethodKind[];
}

/** The ways for somebody who has not got what the recommended method takes; `undefined` where it takes nothing of the sort. */
export const without = (method: MethodKind, others: readonly MethodKind[]): Without | undefined => {
	const what = takes[method];
	if (what === undefined) return undefined;
	return {
		what,
		methods: others.filter((kind) => (what === 'smartphone' ? takes[kind] !== what : takes[kind] === undefined)),
	};
};

interface Recommended {
	readonly method: MethodKind | undefined;
	readonly others: readonly MethodKind[];
}

/** Which of the `usable` methods to recommend for a usage, and what is left; `undefined` where none is usable. */
export const recommend = (usage: Usage, usable: readonly MethodKind[]): Recommended => {
	const method = preferred[usage].find((kind) => usable.includes(kind)) ?? usable[0];
	return { method, others: usable.filter((kind) => kind !== method) };
};
