import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import type { Usage } from './recommend.ts';

/** What speaks for each method, whatever it is used for; the last line depends on that. */
const reasons = {
	totp: {
		always: ['factors.totp.reasons.offline', 'factors.totp.reasons.free'],
		browser: 'factors.totp.reasons.browser',
		apps: 'factors.totp.reasons.apps',
		several: 'factors.totp.reasons.several',
	},
	sms: {
		always: ['factors.sms.reasons.every'],
		browser: 'factors.sms.reasons.browser',
		apps: 'factors.sms.reasons.apps',
		several: 'factors.sms.reasons.several',
	},
	wechat: {
		always: ['factors.wechat.reasons.tap', 'factors.wechat.reasons.there'],
		browser: 'factors.wechat.reasons.browser',
		apps: 'factors.wechat.reasons.apps',
		several: 'factors.wechat.reasons.several',
	},
	dingtalk: {
		always: ['factors.dingtalk.reasons.tap', 'factors.dingtalk.reasons.there'],
		browser: 'factors.dingtalk.reasons.browser',
		apps: 'factors.dingtalk.reasons.apps',
		several: 'factors.dingtalk.reasons.several',
	},
	passkey: {
		always: ['factors.passkey.reasons.unlock', 'factors.passkey.reasons.phishing'],
		browser: 'factors.passkey.reasons.alone',
		apps: 'factors.passkey.reasons.apps',
		several: 'factors.passkey.reasons.several',
	},
} as const satisfies Record<MethodKind, Record<Usage, string> & { always: readonly string[] }>;

/** Why a method is recommended for a usage, as keys of words. */
export const reasonsFor = (kind: MethodKind, usage: Usage) => [...reasons[kind].always, reasons[kind][usage]];
