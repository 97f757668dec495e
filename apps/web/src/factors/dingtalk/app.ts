import type { ScanApp } from '../scan/scan-app.ts';

export const dingtalk = {
	kind: 'dingtalk',
	colour: '#1677ff',
	agent: /DingTalk/,
} as const satisfies ScanApp;
