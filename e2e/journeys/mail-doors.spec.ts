import { demoAddress, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import type { World } from '@mailward/sandbox/demo-world/world.ts';
import { portalOfWang } from '../actions/portal-of-wang.ts';
import { mailApps, setUpFor } from '../mail/mail-apps.ts';
import { expect, test } from '../world.ts';

test.use({ withMail: true });

/** What comes of each mail app's attempt at one door. */
const everyMailApp = async (world: World, door: 'nginx' | 'dovecot', user: string, password: string) => {
	const setUp = await setUpFor(world, door, user, password);
	const outcomes = await Promise.all(
		Object.entries(mailApps).map(async ([name, app]) => [name, await app(setUp)] as const),
	);
	return Object.fromEntries(outcomes);
};

const opens = (outcomes: Awaited<ReturnType<typeof everyMailApp>>) =>
	Object.fromEntries(Object.entries(outcomes).map(([name, { ok }]) => [name, ok]));
const all = (ok: boolean) => Object.fromEntries(Object.keys(mailApps).map((name) => [name, ok]));

for (const [how, settings] of [
	['by the OAuth2 grant', { door: 'oauth2-grant', loginCache: false }],
	['by Lua, with its login cache on', { door: 'lua', loginCache: true }],
] as const) {
	test.describe(`Dovecot asks ${how} @desktop @no-page`, () => {
		test.use(settings);

		test('a client password opens, deleted it does not, the web password never does', async ({ world, clock }) => {
			const portal = await portalOfWang(world, clock);
			const { id, secret } = await portal.makePassword('Thunderbird');
			const user = demoAddress('wang');
			expect(opens(await everyMailApp(world, 'dovecot', user, secret))).toEqual(all(true));
			// Again: whatever remembers logins has seen this one now.
			expect(opens(await everyMailApp(world, 'dovecot', 'WANG', secret))).toMatchObject({ imapflow: true });
			expect(opens(await everyMailApp(world, 'dovecot', user, demoPassword('wang')))).toEqual(all(false));
			await portal.deletePassword(id);
			expect(opens(await everyMailApp(world, 'dovecot', user, secret))).toEqual(all(false));
		});
	});
}

test('while Mailward is down nothing opens, and mail apps hear that it is temporary @desktop @no-page', async ({
	world,
	clock,
}) => {
	const { secret } = await (await portalOfWang(world, clock)).makePassword('Thunderbird');
	await world.stopServer();
	for (const door of ['nginx', 'dovecot'] as const) {
		const outcomes = await everyMailApp(world, door, demoAddress('wang'), secret);
		expect(opens(outcomes)).toEqual(all(false));
		expect(outcomes['curl IMAP']?.said, door).toMatch(/\[UNAVAILABLE\]/);
		expect(outcomes['curl POP3']?.said, door).toMatch(/\[SYS\/TEMP\]/);
		expect(outcomes['curl SMTP']?.said, door).toMatch(/454 4\.7\.0/);
	}
});
