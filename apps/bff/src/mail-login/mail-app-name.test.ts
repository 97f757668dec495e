import { describe, expect, it } from 'vitest';
import { dovecotDoor } from './dovecot.ts';
import { mailAppName } from './mail-app-name.ts';

describe('the name of a mail app', () => {
	it.each([
		['"name" "Thunderbird" "version" "115.3.1"', 'Thunderbird 115'],
		['"name" "iPhone Mail" "version" "21A329" "os" "iOS" "os-version" "17.0 (21A329)"', 'iPhone Mail'],
		['"name" "Mac OS X Mail" "version" "16.0 (3774.600.62)" "os" "Mac OS X" "vendor" "Apple Inc."', 'Mac OS X Mail 16'],
		['"vendor" "Foxmail" "name" "Foxmail" "version" "7.2.25.245"', 'Foxmail 7'],
		['"NAME" "imapflow" "Version" "1.0.188"', 'imapflow 1'],
		['"name" "K-9 Mail"', 'K-9 Mail'],
		['"name" "Outlook 2016" "version" "2016"', 'Outlook 2016'],
		['"name" "网易邮箱大师" "version" "7.15.0"', '网易邮箱大师 7'],
		['"name" NIL "version" "1"', ''],
		['NIL', ''],
		['"version" "115"', ''],
		['"name" "Said \\"twice\\""', ''],
		['"name" "First" "name" "Second"', 'First'],
		['', ''],
	])('of %s is %j', (clientId, name) => {
		expect(mailAppName(clientId)).toBe(name);
	});

	it('of nobody who told is empty', () => {
		expect(mailAppName(undefined)).toBe('');
	});

	it.each([
		['a line of its own', '"name" "Thunderbird\r\nYour mailbox is being closed"'],
		['a control character', '"name" "Thunder\u0007bird"'],
		['text that turns around', '"name" "Thunderbird\u202egpj.exe"'],
		['what nobody sees', '"name" "Thunder\u200bbird"'],
		['markup', '"name" "<b>Thunderbird</b>"'],
		['an address to go to', '"name" "evil.example/x"'],
		['an address to write to', '"name" "help@evil.example"'],
		['a name as long as a letter', `"name" "${'x'.repeat(65)}"`],
		['300 kB', `"name" "${'x'.repeat(300_000)}"`],
		['300 kB of escapes', '"name" "'.concat('\\"'.repeat(150_000))],
		['half a string', '"name" "Thunderbird'],
		['a name without its value', '"name"'],
		['no list at all', 'name=Thunderbird'],
		['a lone surrogate', '"name" "Thunder\ud800bird"'],
	])('takes nothing from %s (promise 35)', (_what, clientId) => {
		// The attack: words of one's own in somebody else's list of mail apps and in the mails of the organisation.
		const began = performance.now();
		expect(mailAppName(clientId)).toBe('');
		expect(performance.now() - began).toBeLessThan(50);
	});

	it('is cut where it is longer than a line', () => {
		expect(mailAppName(`"name" "${'Mail '.repeat(12)}" "version" "1"`)).toHaveLength(48);
	});
});

describe('what Dovecot’s Lua passes on', () => {
	const appOf = async (question: Record<string, unknown>) => {
		const apps: string[] = [];
		const door = dovecotDoor(async ({ app }) => {
			apps.push(app);
			return { result: 'refused' };
		});
		const body = JSON.stringify({ user: 'lin', password: 'x', service: 'imap', ...question });
		await door.request('/mail-login/dovecot', { method: 'POST', body });
		return apps;
	};

	it('reaches the rule by its name', async () => {
		expect(await appOf({ clientId: '"name" "Thunderbird" "version" "115.3.1"' })).toEqual(['Thunderbird 115']);
	});

	it('may be missing, as it is from an older script', async () => {
		expect(await appOf({})).toEqual(['']);
	});
});
