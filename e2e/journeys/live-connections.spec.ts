import { demoAddress, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import { ImapFlow } from 'imapflow';
import { portalOfWang } from '../actions/portal-of-wang.ts';
import { type MailAppSetUp, mailApps, setUpFor } from '../mail/mail-apps.ts';
import { expect, test } from '../world.ts';

test.use({ withMail: true });

const doors = ['nginx', 'dovecot'] as const;

/** A mail app that waits for mail. */
const waitForMail = async (setUp: MailAppSetUp) => {
	const tls = { ca: setUp.certificate, rejectUnauthorized: true };
	const client = new ImapFlow({
		host: 'localhost',
		port: setUp.door.imaps,
		secure: true,
		tls,
		auth: { user: setUp.user, pass: setUp.password },
		clientInfo: { name: 'Postcard', version: '3.1.4' },
		logger: false,
	});
	let endedAt: number | undefined;
	client.on('error', () => undefined);
	client.on('close', () => {
		endedAt = performance.now();
	});
	await client.connect();
	await client.mailboxOpen('INBOX');
	void client.idle();
	return { endedAt: () => endedAt, close: () => client.close() };
};

test.describe('a mail app that is connected @desktop @no-page', () => {
	test('is cut off within seconds when its password is deleted, through both doors, and others are not', async ({
		world,
		clock,
	}, info) => {
		// The attack: a stolen phone stays connected, and goes on getting mail after its password has been deleted.
		const portal = await portalOfWang(world, clock);
		const { id, secret } = await portal.makePassword('Stolen phone');
		const waiting = await Promise.all(
			doors.map(async (door) => waitForMail(await setUpFor(world, door, demoAddress('wang'), secret))),
		);
		const colleague = await waitForMail(await setUpFor(world, 'nginx', demoAddress('lin'), demoPassword('lin')));
		expect(waiting.map(({ endedAt }) => endedAt())).toEqual([undefined, undefined]);

		const deletedAt = performance.now();
		await portal.deletePassword(id);
		for (const [index, door] of doors.entries()) {
			await expect.poll(() => waiting[index]?.endedAt(), { timeout: 60_000, intervals: [100] }).toBeDefined();
			const took = ((waiting[index]?.endedAt() ?? 0) - deletedAt) / 1000;
			info.annotations.push({ type: `cut off at the door ${door}`, description: `${took.toFixed(2)} s` });
		}
		expect(colleague.endedAt()).toBeUndefined();
		colleague.close();
	});

	test('is known by the name it gives itself, where the mail server passes it on', async ({ world, clock }) => {
		const portal = await portalOfWang(world, clock);
		const { id, secret } = await portal.makePassword('Postcard');
		const app = await waitForMail(await setUpFor(world, 'dovecot', demoAddress('wang'), secret));
		await expect.poll(() => portal.usesOf(id)).toEqual([{ protocol: 'imap', app: 'Postcard 3' }]);
		app.close();
	});

	test.describe('with Dovecot’s login cache on', () => {
		test.use({ loginCache: true });

		test('gets in no more once its password is deleted, and nobody does while Mailward is down', async ({
			world,
			clock,
		}) => {
			const portal = await portalOfWang(world, clock);
			const deleted = await portal.makePassword('Deleted');
			const kept = await portal.makePassword('Kept');
			const opens = async (password: string) =>
				Promise.all(
					doors.map(async (door) => (await mailApps.imapflow?.(await setUpFor(world, door, 'wang', password)))?.ok),
				);
			// Twice: whatever remembers logins has seen them now.
			for (const { secret } of [deleted, kept, deleted, kept]) expect(await opens(secret)).toEqual([true, true]);
			await portal.deletePassword(deleted.id);
			expect(await opens(deleted.secret)).toEqual([false, false]);
			// All connections of the account are being ended; a mail app whose own is among them comes back at once.
			await expect.poll(() => opens(kept.secret)).toEqual([true, true]);
			await world.stopServer();
			expect(await opens(kept.secret)).toEqual([false, false]);
			expect(await opens(deleted.secret)).toEqual([false, false]);
		});
	});
});
