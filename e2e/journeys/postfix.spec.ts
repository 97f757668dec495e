import { demoAddress, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import { createTransport } from 'nodemailer';
import { portalOfWang } from '../actions/portal-of-wang.ts';
import { mailApps, type Outcome, setUpFor } from '../mail/mail-apps.ts';
import { expect, test } from '../world.ts';

test.use({ withMail: true, withPostfix: true });
test.skip(() => process.getuid?.() !== 0, 'Postfix starts as root only');

test.describe('Postfix, whose people sign in through Dovecot @desktop @no-page', () => {
	type Send = (mail: { password: string; from?: string; user?: string; tls?: boolean }) => Promise<Outcome>;
	const aMailApp = test.extend<{ send: Send }>({
		send: async ({ world }, use) => {
			const { certificate } = await setUpFor(world, 'dovecot', '', '');
			const { postfix } = world.mail?.ports ?? { postfix: undefined };
			await use(async ({ password, user = demoAddress('wang'), from = demoAddress('wang'), tls = true }) => {
				const transport = createTransport({
					host: 'localhost',
					port: tls ? postfix?.submissions : postfix?.submission,
					secure: tls,
					requireTLS: !tls,
					tls: { ca: certificate },
					auth: { user, pass: password },
				});
				try {
					await transport.sendMail({ from, to: demoAddress('lin'), subject: `As ${from}`, text: 'Through Postfix.' });
					return { ok: true, said: '' };
				} catch (error) {
					return { ok: false, said: (error as Error).message };
				}
			});
		},
	});

	aMailApp(
		'sends with a client password, as oneself and as an alias, and as nobody else',
		async ({ world, clock, send }) => {
			// The attack: a mailbox that was taken over writes to its colleagues in the name of others.
			const portal = await portalOfWang(world, clock);
			const { id, secret: password } = await portal.makePassword('Thunderbird');
			expect(await send({ password })).toEqual({ ok: true, said: '' });
			expect(await send({ password, tls: false, user: 'wang' })).toEqual({ ok: true, said: '' });
			expect(await send({ password, from: 'shan.wang@campus.example' })).toEqual({ ok: true, said: '' });
			expect(await send({ password, user: 'shan.wang', from: 'Shan.Wang@Campus.Example' })).toMatchObject({ ok: true });
			for (const from of [
				demoAddress('lin'),
				'nobody@campus.example',
				'wang@elsewhere.example',
				'wang+list@campus.example',
				'shan-wang@campus.example',
				`"lin@campus.example, ${demoAddress('wang')}, x"@campus.example`,
			]) {
				const outcome = await send({ password, from });
				expect([from, outcome.ok, outcome.said]).toEqual([
					from,
					false,
					expect.stringContaining('not owned by user wang@'),
				]);
			}
			const lin = await setUpFor(world, 'dovecot', demoAddress('lin'), demoPassword('lin'));
			await expect
				.poll(async () => (await mailApps.imapflow?.(lin))?.said)
				.toMatch(/As wang@campus\.example[\s\S]*As shan\.wang@campus\.example/);
			await expect.poll(() => portal.usesOf(id)).toContainEqual({ protocol: 'submission', app: '' });
		},
	);

	aMailApp(
		'refuses the web password, and a client password from the moment it is deleted',
		async ({ world, clock, send }) => {
			const portal = await portalOfWang(world, clock);
			const { id, secret: password } = await portal.makePassword('Printer');
			expect(await send({ password: demoPassword('wang') })).toMatchObject({
				ok: false,
				said: expect.stringContaining('535 5.7.8'),
			});
			expect((await send({ password })).ok).toBe(true);
			await portal.deletePassword(id);
			const refused = await send({ password });
			expect([refused.ok, refused.said]).toEqual([false, expect.stringContaining('535 5.7.8')]);
		},
	);

	aMailApp('lets nobody in while Mailward is down, and says that it is temporary', async ({ world, clock, send }) => {
		const portal = await portalOfWang(world, clock);
		const { secret: password } = await portal.makePassword('Printer');
		expect((await send({ password })).ok).toBe(true);
		await world.stopServer();
		const outcomes = await Promise.all([send({ password }), send({ password: demoPassword('wang') })]);
		for (const { ok, said } of outcomes) expect([ok, said]).toEqual([false, expect.stringContaining('454 4.7.0')]);
	});
});
