import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { createSettableClock } from '../testing/settable-clock.ts';
import { autoconfig, type MailSetUp } from './autoconfig.ts';
import { autodiscover } from './autodiscover.ts';
import { forMailPrograms } from './for-mail-programs.ts';
import { outlook, requestOf } from './testing/outlook-request.ts';
import { canValidate, problemsBySchema } from './testing/schema.ts';

const environment = {
	MAILWARD_PUBLIC_ORIGIN: 'https://mail.example.edu.cn',
	MAILWARD_MAIL_KEY: 'uYx3o9K2vQ7nT4bW8rE1pL6sD5gH0jZc',
	MAILWARD_DOMAINS: 'example.edu.cn,alumni.example.edu.cn',
	MAILWARD_ORGANISATION_ZH: '示范大学 <计算中心>',
	MAILWARD_ORGANISATION_EN: 'Model University & Sons',
	MAILWARD_IMAP_SERVER: 'imap.example.edu.cn',
	MAILWARD_SUBMISSION_SERVER: 'smtp.example.edu.cn:465',
};
const setUp: MailSetUp = readConfig(environment);
const withStartTls: MailSetUp = readConfig({ ...environment, MAILWARD_SUBMISSION_SERVER: 'smtp.example.edu.cn:587' });

describe('what mail programs ask for to set themselves up', () => {
	const clock = createSettableClock();
	const app = forMailPrograms(setUp, clock);
	const get = async (path: string) => {
		const response = await app.request(path);
		return { status: response.status, headers: response.headers, text: await response.text() };
	};
	const post = async (body: string, path = '/autodiscover/autodiscover.xml') => {
		const response = await app.request(path, { method: 'POST', body, headers: { 'Content-Type': 'text/xml' } });
		return { status: response.status, headers: response.headers, text: await response.text() };
	};
	const errorIn = (text: string) => /<ErrorCode>(\d+)<\/ErrorCode>/.exec(text)?.[1];

	describe('autoconfig (Thunderbird and others)', () => {
		it('says STARTTLS of the server that is configured so', () => {
			expect(autoconfig(withStartTls)).toContain(
				'<hostname>smtp.example.edu.cn</hostname><port>587</port><socketType>STARTTLS</socketType>',
			);
		});

		it.each([
			'/mail/config-v1.1.xml?emailaddress=lin%40example.edu.cn',
			'/mail/config-v1.1.xml',
			'/.well-known/autoconfig/mail/config-v1.1.xml',
			'/.well-known/autoconfig/mail/config-v1.1.xml?emailaddress=nobody@ALUMNI.example.edu.cn',
		])('%s gets the servers of the house, IMAP before POP3', async (path) => {
			const { status, headers, text } = await get(path);
			expect([status, headers.get('Content-Type')]).toEqual([200, 'text/xml; charset=utf-8']);
			expect(text).toContain('<domain>alumni.example.edu.cn</domain>');
			expect(text).toMatch(/type="imap"><hostname>imap.example.edu.cn<\/hostname><port>993<\/port><socketType>SSL</);
			expect(text.indexOf('type="imap"')).toBeLessThan(text.indexOf('type="pop3"'));
			expect(text).toContain('<username>%EMAILADDRESS%</username><authentication>password-cleartext<');
			expect(text).toContain('url="https://mail.example.edu.cn/guide/thunderbird"');
		});

		it('is the same to the byte for everybody of our domains, whoever exists', async () => {
			// The attack: find out which addresses exist, before anybody has to sign in.
			const answers = await Promise.all(
				[
					'lin@example.edu.cn',
					'no-such-person@example.edu.cn',
					'@example.edu.cn',
					'"><x@example.edu.cn',
					'\u0000@example.edu.cn',
				].map((address) => get(`/mail/config-v1.1.xml?emailaddress=${encodeURIComponent(address)}`)),
			);
			expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
			expect(answers[0]?.status).toBe(200);
		});

		it.each(['lin@elsewhere.example', 'lin', '', 'lin@', 'lin@example.edu.cn@elsewhere.example', '%', '%ff@%00'])(
			'knows nothing of %j',
			async (address) => {
				expect((await get(`/mail/config-v1.1.xml?emailaddress=${address}`)).status).toBe(404);
			},
		);
	});

	describe('Autodiscover (Outlook)', () => {
		it('gets IMAP, POP3 and SMTP with the address to sign in with', async () => {
			const { status, headers, text } = await post(requestOf('lin@example.edu.cn'));
			expect([status, headers.get('Content-Type')]).toEqual([200, 'text/xml; charset=utf-8']);
			for (const [type, host, port] of [
				['IMAP', 'imap.example.edu.cn', 993],
				['POP3', 'example.edu.cn', 995],
				['SMTP', 'smtp.example.edu.cn', 465],
			] as const) {
				expect(text).toContain(
					`<Type>${type}</Type><Server>${host}</Server><Port>${port}</Port><DomainRequired>off</DomainRequired>` +
						'<LoginName>lin@example.edu.cn</LoginName><SPA>off</SPA><SSL>on</SSL><Encryption>SSL</Encryption>' +
						'<AuthRequired>on</AuthRequired>',
				);
			}
			expect(text.indexOf('IMAP')).toBeLessThan(text.indexOf('POP3'));
		});

		it.each(['/Autodiscover/Autodiscover.xml', '/AutoDiscover/autodiscover.XML', '/autodiscover/Autodiscover.xml'])(
			'is found at %s as well',
			async (path) => {
				expect((await post(requestOf('lin@example.edu.cn'), path)).text).toContain('<Type>IMAP</Type>');
			},
		);

		it('says TLS where the connection is upgraded on the way', () => {
			const text = autodiscover(requestOf('lin@example.edu.cn'), withStartTls, clock.now());
			expect(text).toMatch(/<Port>587<\/Port>.*<Encryption>TLS<\/Encryption>/);
		});

		it('writes the address as the mail doors know it', async () => {
			const { text } = await post(requestOf('  ＬＩＮ.Wang&amp;co@Example.EDU.cn '));
			expect(text).toContain('<LoginName>lin.wang&amp;co@example.edu.cn</LoginName>');
		});

		it.each([
			['a foreign domain', requestOf('lin@elsewhere.example'), '500'],
			['no address at all', requestOf('lin'), '500'],
			[
				'a phone that wants ActiveSync',
				requestOf('lin@example.edu.cn', outlook.replace('outlook', 'mobilesync')),
				'601',
			],
			['nothing', '', '600'],
			['no XML', '{"EMailAddress":"lin@example.edu.cn"}', '600'],
			['XML that does not end', requestOf('lin@example.edu.cn').slice(0, -5), '600'],
			['something else', '<html/>', '600'],
			['an empty address', requestOf(' '), '600'],
			[
				'another namespace',
				requestOf('lin@example.edu.cn').replaceAll('requestschema/2006', 'requestschema/2007'),
				'600',
			],
			['no answer that would be understood', requestOf('lin@example.edu.cn').replace(/<Acc.*Schema>/, ''), '600'],
			['more than 4 kB', requestOf('lin@example.edu.cn') + ' '.repeat(4 * 1024), '600'],
			['five thousand elements in each other', '<a>'.repeat(5000), '600'],
		])('tells of %s in its own way: error %s', async (_what, body, code) => {
			const { status, text } = await post(body);
			expect([status, errorIn(text)]).toEqual([200, code]);
			expect(text).toContain('responseschema/2006"><Response><Error Time="');
		});

		it.each([
			['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;@example.edu.cn'],
			['<!DOCTYPE x [<!ENTITY e "lin">]>', '&e;@example.edu.cn'],
			['<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', 'lin@example.edu.cn'],
			['<!doctype x>', 'lin@example.edu.cn'],
			['', '&e;@example.edu.cn'],
		])('expands no entity and fetches no document type: %s %s', async (type, address) => {
			// The attack: XML that reads files, asks other servers, or grows (OWASP ASVS 5.0, 1.5.1).
			const body = requestOf(address).replace('?>', `?>${type}`);
			expect(errorIn((await post(body)).text)).toBe('600');
		});

		it('answers whoever looks with a browser like a request that is none', async () => {
			expect(errorIn((await get('/Autodiscover/Autodiscover.xml')).text)).toBe('600');
		});

		it('repeats nothing of what it was sent that is no address of ours', async () => {
			const { text } = await post(requestOf('&lt;script&gt;@example.edu.cn'));
			expect(errorIn(text)).toBe('500');
			expect(text).not.toContain('script');
		});
	});

	describe.runIf(canValidate)('by their schemas', () => {
		it.each([
			['as configured', setUp],
			['with STARTTLS', withStartTls],
		])('every answer holds, %s', (_how, each) => {
			expect(problemsBySchema('autoconfig', autoconfig(each))).toBe('');
			const bodies = [requestOf('lin@example.edu.cn'), requestOf('lin@elsewhere.example'), requestOf('x', 'y'), ''];
			for (const body of bodies)
				expect(problemsBySchema('autodiscover', autodiscover(body, each, clock.now()))).toBe('');
		});

		it('and an answer that is wrong does not', () => {
			expect(problemsBySchema('autoconfig', autoconfig(setUp).replace('<port>993', '<port>imaps'))).not.toBe('');
			const right = autodiscover(requestOf('lin@example.edu.cn'), setUp, clock.now());
			expect(problemsBySchema('autodiscover', right.replace('<SPA>off', '<SPA>no'))).not.toBe('');
		});
	});
});
