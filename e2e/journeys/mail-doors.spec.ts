import { demoAddress, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import type { World } from '@mailward/sandbox/demo-world/world.ts';
import { wang } from '../actions/authenticator-app.ts';
import { deleteClientPassword, makeClientPassword } from '../actions/client-passwords.ts';
import { signIn } from '../actions/sign-in.ts';
import { mailApps, setUpFor } from '../mail/mail-apps.ts';
import { expect, test } from '../world.ts';

test.use({ withMail: true, permissions: ['clipboard-read', 'clipboard-write'] });

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
	test.describe(`Dovecot asks ${how} @desktop`, () => {
		test.use(settings);

		test('a client password opens, deleted it does not, the web password never does', async ({
			page,
			world,
			words,
			clock,
		}) => {
			await signIn(page, words, 'wang', { app: wang, time: clock.now() });
			const secret = await makeClientPassword(page, words, 'Thunderbird');
			const user = demoAddress('wang');
			expect(opens(await everyMailApp(world, 'dovecot', user, secret))).toEqual(all(true));
			// Again: whatever remembers logins has seen this one now.
			expect(opens(await everyMailApp(world, 'dovecot', 'WANG', secret))).toMatchObject({ imapflow: true });
			expect(opens(await everyMailApp(world, 'dovecot', user, demoPassword('wang')))).toEqual(all(false));
			await deleteClientPassword(page, words, 'Thunderbird');
			expect(opens(await everyMailApp(world, 'dovecot', user, secret))).toEqual(all(false));
		});
	});
}

test('while Mailward is down nothing opens, and mail apps hear that it is temporary @desktop', async ({
	page,
	world,
	words,
	clock,
}) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	const secret = await makeClientPassword(page, words, 'Thunderbird');
	await page.close();
	await world.stopServer();
	for (const door of ['nginx', 'dovecot'] as const) {
		const outcomes = await everyMailApp(world, door, demoAddress('wang'), secret);
		expect(opens(outcomes)).toEqual(all(false));
		expect(outcomes['curl IMAP']?.said, door).toMatch(/\[UNAVAILABLE\]/);
		expect(outcomes['curl POP3']?.said, door).toMatch(/\[SYS\/TEMP\]/);
		expect(outcomes['curl SMTP']?.said, door).toMatch(/454 4\.7\.0/);
	}
});
