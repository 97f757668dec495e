import { describe, expect, it } from 'vitest';
import { canaryProblem } from './canary-settings.ts';
import { type Listener, listenerName, listenersOf, parseListener } from './listeners.ts';
import type { CheckedListener, Tried } from './mail-check.ts';
import { reportOf } from './report.ts';

const imap: Listener = { protocol: 'imap', host: 'mail.example.edu', port: 143, tls: false };
const checked = (tried: Partial<Tried>, more: Partial<CheckedListener> = {}): CheckedListener => ({
	listener: imap,
	tried: [{ security: 'STARTTLS', way: 'LOGIN', offered: true, web: 'refused', client: 'accepted', ...tried }],
	foreign: [],
	problem: undefined,
	...more,
});

describe('listeners', () => {
	it.each([
		['imaps://mail.example.edu', 'imaps://mail.example.edu:993'],
		['imap://mail.example.edu:10143', 'imap://mail.example.edu:10143'],
		['smtp://mail.example.edu', 'smtp://mail.example.edu:587'],
		['pop3s://[2001:db8::1]:995/', 'pop3s://[2001:db8::1]:995'],
	])('are named as URLs: %s', (text, name) => {
		const listener = parseListener(text);
		expect(listener && listenerName(listener)).toBe(name);
	});

	it.each(['mail.example.edu', 'http://mail.example.edu', 'imap://', 'imap://a:0', 'imap://a:70000', 'imap://u:p@a'])(
		'are not: %s',
		(text) => {
			expect(parseListener(text)).toBeUndefined();
		},
	);

	it('are those that people are told, and those named besides, each once', () => {
		const server = (port: number, security: 'tls' | 'starttls') => ({ host: 'mail.example.edu', port, security });
		const site = { imap: server(993, 'tls'), pop3: server(995, 'tls'), submission: server(587, 'starttls') };
		const more = ['imaps://mail.example.edu', 'imap://mail.example.edu'].flatMap((text) => parseListener(text) ?? []);
		expect(listenersOf(site, more).map(listenerName)).toEqual([
			'imaps://mail.example.edu:993',
			'pop3s://mail.example.edu:995',
			'smtp://mail.example.edu:587',
			'imap://mail.example.edu:143',
		]);
	});
});

describe('the report of a check', () => {
	it('is a table that can be read, and nothing more where all is well', () => {
		const { table, problems, remarks } = reportOf([
			checked({ security: 'none', web: 'not offered', client: 'not offered', offered: false }),
			checked({}),
		]);
		expect(table).toEqual([
			'listener                     security  way    web password  client password',
			'imap://mail.example.edu:143  none      LOGIN  not offered   not offered',
			'imap://mail.example.edu:143  STARTTLS  LOGIN  refused       accepted',
		]);
		expect([problems, remarks]).toEqual([[], []]);
	});

	it.each([
		[{ web: 'accepted' }, /^LEAK: .*LOGIN after STARTTLS takes the web password/],
		[{ security: 'none', web: 'untried', client: 'untried' }, /^LEAK: .*without TLS asks for passwords that the whole/],
		[{ client: 'refused' }, /LOGIN after STARTTLS refuses the client password/],
		[{ web: 'temporary' }, /could not decide/],
	] as const)('tells what is wrong with %j', (tried, sentence) => {
		expect(reportOf([checked(tried)]).problems).toEqual([expect.stringMatching(sentence)]);
	});

	it('does not mind that a client password is refused where no TLS protects it, or where nothing is offered', () => {
		expect(reportOf([checked({ security: 'none', client: 'refused' })]).problems).toEqual([]);
		expect(reportOf([checked({ offered: false, client: 'not offered' })]).problems).toEqual([]);
	});

	it('tells of a listener that could not be reached', () => {
		const { table, problems } = reportOf([checked({}, { tried: [], problem: 'connect ECONNREFUSED' })]);
		expect(table[1]).toContain('connect ECONNREFUSED');
		expect(problems).toEqual(['imap://mail.example.edu:143 could not be checked: connect ECONNREFUSED.']);
	});

	it('lets no server write on the terminal', () => {
		// The attack: a server greets with signs that clear the screen and write the sentence that all is well, and names
		// mechanisms that do the same, endlessly.
		const problem = `no IMAP server: \x1b[2J\x1b[H\x9b8mNothing leaks\r\n\u202e\u2028${'x'.repeat(30_000)}`;
		const foreign = [
			'ANONYMOUS',
			`\x1b[1A\x07${'Y'.repeat(30_000)}`,
			...Array.from({ length: 1000 }, (_, at) => `X${at}`),
		];
		const { table, problems, remarks } = reportOf([checked({}, { problem, foreign })]);
		const all = [...table, ...problems, ...remarks];
		expect(all.filter((line) => /[\p{C}\p{Zl}\p{Zp}]/u.test(line))).toEqual([]);
		expect(Math.max(...all.map((line) => line.length))).toBeLessThan(400);
		expect(problems[0]).toContain('no IMAP server: ?[2J?[H?8mNothing leaks????xxx');
		expect(remarks[0]).toContain('asks for no password at all');
		expect(remarks[1]).toContain('offers ?[1A?YYY');
		expect(remarks).toHaveLength(22);
		expect(remarks.at(-1)).toBe('imap://mail.example.edu:143 offers 981 more of that kind.');
	});
});

describe('a canary', () => {
	const canary = { address: 'canary@example.edu', webPassword: 'web', clientPassword: 'client' };
	it.each([
		[{}, undefined],
		[{ webPassword: 'web\r\nc LOGOUT' }, expect.stringContaining('ASCII')],
		[{ webPassword: '邮局' }, expect.stringContaining('ASCII')],
		[{ address: 'canary@example.edu x' }, expect.stringContaining('ASCII')],
		[{ clientPassword: '' }, expect.stringContaining('ASCII')],
		[{ clientPassword: 'web' }, expect.stringContaining('the same')],
	])('of %j: %s', (change, problem) => {
		expect(canaryProblem({ ...canary, ...change })).toEqual(problem);
	});
});
