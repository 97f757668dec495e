import { describe, expect, it } from 'vitest';
import { firefoxOnLinux } from '../testing/browser.ts';
import { clientInfo } from './client-info.ts';

describe('what a browser says of itself', () => {
	it.each([
		[firefoxOnLinux, 'Firefox', 'Linux'],
		[
			'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.54(0x18003622) NetType/WIFI Language/zh_CN',
			'WeChat',
			'iOS',
		],
		[
			'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
			'Microsoft Edge',
			'Windows',
		],
	])('%s: %s on %s', (agent, browser, system) => {
		expect(clientInfo(agent, '192.0.2.1')).toEqual({ browser, system, address: '192.0.2.1' });
	});

	it.each([
		'Your mailbox is being closed. Call 010-5555 1234 or confirm at http://evil.example/x /1 z',
		'<script>alert(1)</script>/1.0',
		'curl/8.5.0',
		'\u0085injected/1',
		'x'.repeat(10_000),
		'',
	])('takes nothing from a text that is no browser’s (promise 35): %j', (agent) => {
		// The attack: a text of one's own in somebody else's list and in the mails of the organisation.
		expect(clientInfo(agent, '192.0.2.1')).toEqual({ browser: '', system: '', address: '192.0.2.1' });
	});
});
