import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { factorKinds } from '@mailward/shared/factors/kinds.ts';
import { describe, expect, it } from 'vitest';
import { toldEvents } from '../activity/happening.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import { createViewClient } from '../clients/client-view.ts';
import { createPlaces, parseNetworks } from '../clients/places.ts';
import { createLetters } from './letters.ts';
import type { Notice, Told } from './notice-store.ts';

const helpDesk = {
	phone: '010-5550 1234',
	hours: { zh: '工作日 8:30 至 17:30', en: 'Mon to Fri, 8:30 to 17:30' },
	url: 'https://help.example.edu.cn',
};
const letters = (timeZone = 'Asia/Shanghai', help = helpDesk) =>
	createLetters({
		site: { organisation: { zh: '示范大学', en: 'Campus University' }, helpDesk: help },
		publicOrigin: 'https://id.example.edu.cn',
		timeZone,
		viewClient: createViewClient(createPlaces(parseNetworks('203.0.113.0/24=校园网|Campus network'))),
	});

const firefox: ClientInfo = { browser: 'Firefox', system: 'Windows', address: '203.0.113.7' };
const notice = (told: Told, client: ClientInfo | null = firefox): Notice => ({
	id: 'AAAAAAAAAAAAAAAAAAAAAA',
	to: 'chen@example.edu.cn',
	at: Date.parse('2026-03-02T09:05:00Z'),
	told,
	client,
	nextTryAt: 0,
	tries: 0,
});
const made = (name: string): Told => ({ event: 'client-password.made', details: { name } });

describe('a notice', () => {
	it('says in both languages what happened, when, where, and what to do', () => {
		const { subject, text } = letters()(notice({ event: 'sign-in.passed', details: { means: 'passkey' } }));
		expect(subject).toBe('安全提醒：新设备登录 / Security notice: new device signed in');
		expect(text).toBe(`示范大学：邮件账号 chen@example.edu.cn 的安全提醒

一台新设备登录了您的账号，使用的是：通行密钥。
时间：2026 年 3 月 2 日 17:05（GMT+08:00）
设备：Windows 上的 Firefox
地点：校园网（203.0.113.7）

如果是您本人的操作，不必理会这封邮件。
如果不是您本人的操作，请立即更改网页登录密码，并打开下面的页面，查看发生了什么：
https://id.example.edu.cn/security/activity
需要帮助，请联系：010-5550 1234（工作日 8:30 至 17:30），https://help.example.edu.cn

这封邮件由系统自动发出，请勿回复。我们从不在邮件中索要密码或验证码。

----------

Campus University: security notice for the mail account chen@example.edu.cn

A new device signed in to your account with: Passkey.
When: 2 March 2026, 17:05 (GMT+08:00)
Device: Firefox on Windows
Where: Campus network (203.0.113.7)

If this was you, there is nothing to do.
If it was not, change your web password now, and open this page to see what has happened:
https://id.example.edu.cn/security/activity
Help: 010-5550 1234 (Mon to Fri, 8:30 to 17:30), https://help.example.edu.cn

This message was sent automatically; please do not reply. We never ask for a password or a code by mail.
`);
	});

	it('tells the time where the organisation is', () => {
		const told = made('Phone');
		expect(letters('UTC')(notice(told)).text).toContain('2 March 2026, 09:05 (GMT+00:00)');
		expect(letters('America/New_York')(notice(told)).text).toContain('2 March 2026, 04:05 (GMT-05:00)');
	});

	it.each([
		[{ browser: '', system: '', address: '198.51.100.1' }, 'Device: unknown browser', 'Where: 198.51.100.1'],
		[{ browser: '', system: 'iOS', address: '198.51.100.1' }, 'Device: iOS', '设备：iOS'],
		[{ browser: 'Safari', system: '', address: '198.51.100.1' }, 'Device: Safari', '设备：Safari'],
		[null, 'Device: done by an administrator at the server', '设备：由管理员在服务器上操作'],
	])('says of %j what is known', (client, ...lines) => {
		const { text } = letters()(notice(made('Phone'), client));
		for (const line of lines) expect(text.split('\n')).toContain(line);
	});

	it('about a mail app says which one, from where, since when, what mends it, and what to do about a stranger’s', () => {
		const stale = (reason: 'web-password' | 'deleted' | 'expired' | 'not-allowed', name: string): Told => ({
			event: 'mail-app.stale',
			details: { name, protocol: 'submission', reason, since: '2026-03-01T01:02:03.000Z' },
		});
		const outlook: ClientInfo = { browser: 'Outlook', system: '', address: '203.0.113.7' };
		const { subject, text } = letters()(notice(stale('web-password', ''), outlook));
		expect(subject).toBe('安全提醒：有邮件客户端一直无法登录 / Security notice: a mail app cannot sign in');
		for (const line of [
			'一个邮件客户端仍在用网页登录密码登录您的邮箱（SMTP），一直被拒绝。开启双因素认证后，网页登录密码不再用于邮件客户端。',
			'开始于：2026 年 3 月 1 日 09:02（GMT+08:00）',
			'客户端：Outlook',
			'地点：校园网（203.0.113.7）',
			'如果您不认识它，请立即更改网页登录密码。',
			'A mail app keeps trying your web password (SMTP) and is refused. With two-factor authentication on, the web password no longer opens mail apps.',
			'Since: 1 March 2026, 09:02 (GMT+08:00)',
			'Mail app: Outlook',
			'Where: Campus network (203.0.113.7)',
			'If you do not know it, change your web password now.',
			'https://id.example.edu.cn/security/client-passwords',
		]) {
			expect(text.split('\n')).toContain(line);
		}
		expect(text).toContain('Never tell a mail app your web password again.');
		expect(text).toContain('请勿再把网页登录密码告诉任何邮件客户端。');
		const silent = letters()(notice(stale('deleted', 'Phone'), { ...outlook, browser: '' })).text;
		expect(silent).toContain('“Phone” (SMTP), which has been deleted');
		expect(silent).toContain('Mail app: unknown');
		expect(silent).toContain('客户端：未知');
		expect(letters()(notice(stale('expired', 'Phone'))).text).toContain('已过期的客户端专用密码“Phone”');
		expect(letters()(notice(stale('not-allowed', 'Phone'))).text).toContain('“Phone”, which is not for SMTP');
	});

	it('names the person of a shared mailbox', () => {
		const told: Told = { event: 'method.added', details: { method: 'totp', name: '', person: '吴' } };
		const { text } = letters()(notice(told));
		expect(text).toContain('使用者：吴');
		expect(text).toContain('Person: 吴');
		expect(text).toContain('A verification method was added');
	});

	it('tells one who left a shared mailbox from one who was removed from it', () => {
		const gone = (name: string, person?: string): Told => ({
			event: 'person.removed',
			details: { name, ...(person !== undefined && { person }) },
		});
		const happened = (told: Told) => letters()(notice(told)).text;
		expect(happened(gone('吴', '吴'))).toContain('“吴”退出了这个公共邮箱。');
		expect(happened(gone('吴', '吴'))).toContain('one person fewer: “吴” has left.');
		expect(happened(gone('吴', '郑'))).toContain('“郑”从这个公共邮箱移除了“吴”。');
		expect(happened(gone('', '郑'))).toContain('“郑” removed a person without a name.');
		expect(happened(gone(''))).toContain('a person without a name has left.');
	});

	it('leaves the help desk out where there is none', () => {
		const { text } = letters('UTC', { phone: '', hours: { zh: '', en: '' }, url: '' })(notice(made('Phone')));
		expect(text).not.toContain('Help:');
	});

	it.each(['Phone\r\nBcc: everybody@example.edu.cn', 'Phone\u2028https://evil.example', '\u202eenohP\u0000'])(
		'keeps a hostile name in its place: %j',
		(name) => {
			// The attack: a name that ends the line it stands in and goes on as if the service itself spoke.
			const { subject, text } = letters()(notice(made(name)));
			const plain = letters()(notice(made('Phone')));
			expect(subject).toBe(plain.subject);
			expect(text.split(/[\r\n\u2028\u2029]/)).toHaveLength(plain.text.split('\n').length);
			expect(text).not.toMatch(/[\p{Bidi_Control}\0]/u);
		},
	);

	it('has words for every event and every method, and no token in any of them', () => {
		const details = (method: FactorKind) =>
			({
				method,
				means: method,
				name: 'Name',
				left: 3,
				protocol: 'imap',
				reason: 'web-password',
				since: '2026-03-02T08:05:00Z',
			}) as unknown as Told['details'];
		for (const event of toldEvents) {
			for (const kind of factorKinds) {
				const { subject, text } = letters()(notice({ event, details: details(kind) } as Told));
				expect(subject).toMatch(/^安全提醒：.+ \/ Security notice: .+$/);
				expect(text).not.toContain('undefined');
				const known = /\/security\/(activity|client-passwords)$|help\.example\.edu\.cn$/;
				expect(text.match(/https?:\S+/g)?.filter((link) => !known.test(link))).toEqual([]);
			}
		}
	});
});
