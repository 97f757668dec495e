import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { systemRandom } from '../crypto/random.ts';
import { readProfile } from '../testing/apple-device.ts';
import { canBeProfile, type ProfileContents, type ProfileSite, profileOf } from './profile.ts';

const site: ProfileSite = (() => {
	const { publicOrigin, site: ofHouse } = readConfig({
		MAILWARD_PUBLIC_ORIGIN: 'https://id.example.edu.cn',
		MAILWARD_MAIL_KEY: 'uYx3o9K2vQ7nT4bW8rE1pL6sD5gH0jZc',
		MAILWARD_DOMAINS: 'example.edu.cn',
		MAILWARD_ORGANISATION_ZH: '示范大学',
		MAILWARD_ORGANISATION_EN: 'Model University & Sons',
		MAILWARD_IMAP_SERVER: 'imap.example.edu.cn',
		MAILWARD_POP3_SERVER: 'pop.example.edu.cn',
		MAILWARD_SUBMISSION_SERVER: 'starttls://smtp.example.edu.cn',
	});
	return { publicOrigin, site: ofHouse };
})();
const contents: ProfileContents = {
	accountId: 'account',
	personId: 'account',
	slot: 2,
	address: 'lin@example.edu.cn',
	name: '林 <Lin>',
	passwordName: 'My iPhone',
	secret: 'abcdEFGH2345wxyz',
	protocols: ['imap', 'submission'],
	passwordExpiresAt: null,
	language: 'en',
};
const read = async (more: Partial<ProfileContents> = {}) =>
	readProfile(await profileOf({ ...contents, ...more }, site, systemRandom));

describe('an Apple profile', () => {
	it('sets up both servers, each with the password', async () => {
		const { PayloadContent, ...profile } = await read();
		expect(profile).toMatchObject({
			PayloadType: 'Configuration',
			PayloadVersion: 1,
			PayloadOrganization: 'Model University & Sons',
			PayloadRemovalDisallowed: false,
		});
		expect(profile).not.toHaveProperty('PayloadExpirationDate');
		expect(PayloadContent).toHaveLength(1);
		expect(PayloadContent[0]).toMatchObject({
			PayloadType: 'com.apple.mail.managed',
			PayloadVersion: 1,
			EmailAccountType: 'EmailTypeIMAP',
			EmailAccountName: '林 <Lin>',
			EmailAddress: 'lin@example.edu.cn',
			IncomingMailServerAuthentication: 'EmailAuthPassword',
			IncomingMailServerHostName: 'imap.example.edu.cn',
			IncomingMailServerPortNumber: 993,
			IncomingMailServerUseSSL: true,
			IncomingMailServerUsername: 'lin@example.edu.cn',
			IncomingPassword: contents.secret,
			OutgoingMailServerAuthentication: 'EmailAuthPassword',
			OutgoingMailServerHostName: 'smtp.example.edu.cn',
			OutgoingMailServerPortNumber: 587,
			OutgoingMailServerUseSSL: true,
			OutgoingMailServerUsername: 'lin@example.edu.cn',
			OutgoingPasswordSameAsIncomingPassword: false,
			OutgoingPassword: contents.secret,
			PreventMove: false,
		});
	});

	it('fetches by POP3 where the password is for that alone', async () => {
		const [account] = (await read({ protocols: ['pop3', 'submission'] })).PayloadContent;
		expect(account).toMatchObject({
			EmailAccountType: 'EmailTypePOP',
			IncomingMailServerHostName: 'pop.example.edu.cn',
			IncomingMailServerPortNumber: 995,
		});
	});

	it('gives the outgoing server nothing where the password is not for sending', async () => {
		const [account] = (await read({ protocols: ['imap'] })).PayloadContent;
		expect(account).toMatchObject({ OutgoingMailServerAuthentication: 'EmailAuthNone' });
		expect(account).not.toHaveProperty('OutgoingPassword');
		expect(account).not.toHaveProperty('OutgoingMailServerUsername');
	});

	it.each([
		[['imap'], true],
		[['pop3', 'other'], true],
		[['submission', 'other'], false],
	] as const)('of %j: %j, since Mail has no account without incoming mail', (protocols, possible) => {
		expect(canBeProfile(protocols)).toBe(possible);
	});

	it('takes the place of the one before it of the same slot, and of no other', async () => {
		const identifiers = async (more: Partial<ProfileContents> = {}) => {
			const { PayloadIdentifier, PayloadContent } = await read(more);
			const [{ PayloadIdentifier: inner, PayloadUUID }] = PayloadContent;
			return [PayloadIdentifier, inner, PayloadUUID];
		};
		const first = await identifiers();
		expect(await identifiers({ secret: 'another', passwordName: 'Renamed', language: 'zh' })).toEqual(first);
		expect(first[0]).toMatch(/^cn\.edu\.example\.id\.mailward\.[0-9a-f]{16}$/);
		for (const other of [{ slot: 3 }, { accountId: 'other' }, { personId: 'other' }]) {
			const others = await identifiers(other);
			expect(others.filter((each) => first.includes(each))).toEqual([]);
		}
		expect((await read()).PayloadUUID).not.toBe((await read()).PayloadUUID);
	});

	it('names itself by UUIDs of the right form', async () => {
		for (let time = 1; time <= 20; time += 1) {
			const { PayloadUUID, PayloadContent } = await read({ slot: time });
			for (const uuid of [PayloadUUID, PayloadContent[0].PayloadUUID]) {
				expect(uuid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
			}
		}
	});

	it('speaks the language of who fetches it', async () => {
		const [zh, en] = await Promise.all([read({ language: 'zh' }), read()]);
		expect([zh.PayloadDisplayName, en.PayloadDisplayName]).toEqual(['邮件：示范大学', 'Model University & Sons mail']);
		expect(zh.PayloadDescription).toContain('客户端专用密码');
		expect(en.PayloadDescription).toContain('client-specific password');
	});

	it('ends with its password', async () => {
		const end = Date.parse('2027-01-31T15:59:59.000Z');
		expect((await read({ passwordExpiresAt: end })).PayloadExpirationDate).toEqual(new Date(end));
	});

	it.each(['\u0001ctrl', 'lone\ud800', 'no\ufffecharacter', '</string><key>x</key>', ']]>', '   ', '\u0000'])(
		'is a property list whatever people are called: %j',
		async (name) => {
			// The attack: a name that ends the text it stands in, and adds keys to the profile; or one that XML cannot hold.
			const { PayloadContent, PayloadDescription } = await read({ name, passwordName: name });
			expect(Object.keys(PayloadContent[0]).toSorted()).toEqual(
				Object.keys((await read()).PayloadContent[0]).toSorted(),
			);
			expect(PayloadContent[0].EmailAccountName).not.toBe('');
			expect(PayloadDescription).toContain('lin@example.edu.cn');
		},
	);
});
