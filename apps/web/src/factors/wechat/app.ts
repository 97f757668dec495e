import type { ScanApp } from '../scan/scan-app.ts';

export const wechat = {
	kind: 'wechat',
	colour: '#07c160',
	agent: /MicroMessenger/,
} as const satisfies ScanApp;
