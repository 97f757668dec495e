import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createEmptyDatabase } from '../storage/test-databases.ts';
import { readEvents } from '../testing/events.ts';
import { createPhone } from '../testing/phone.ts';
import { type Replicas, startReplicas } from '../testing/replicas.ts';
import { addScanningPerson, answerByScan, scanChallenge } from '../testing/scan-acts.ts';
import { webPassword } from '../testing/test-app.ts';
import { startWechatServer, type WechatServer } from '../testing/wechat-server.ts';

const inWechat = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) MicroMessenger/8.0.60';

describe.runIf('url' in inject('postgres'))('two servers on one PostgreSQL', () => {
	let wechat: WechatServer;
	let replicas: Replicas;
	beforeAll(async () => {
		wechat = await startWechatServer(9280);
		const ports = [
			[9281, 9282],
			[9283, 9284],
		] as const;
		replicas = await startReplicas(await createEmptyDatabase.PostgreSQL(), ports, wechat.settings);
	}, 60_000);
	afterAll(async () => {
		await replicas?.stop();
		await wechat?.stop();
	});

	/** A page that waits at the first server, and a phone at the second. */
	const waiting = async () => {
		replicas.rewind();
		const { address, subject } = await addScanningPerson(replicas.app);
		const page = replicas.browser(0);
		await page.must('POST /api/sign-in', { body: { address, password: webPassword } });
		const { id, url } = await scanChallenge(page, 'wechat');
		const events = readEvents(await page.open(`/api/challenges/${id}/events`));
		expect(await events.next()).toMatchObject({ prompt: { state: 'waiting' } });
		const platforms = {
			...replicas.app.platforms,
			wechat: { ...replicas.app.platforms.wechat, codeOf: (person: string) => `code-of-${person}` },
		};
		const phone = createPhone({ ...replicas.app, platforms }, 'wechat', replicas.browser(1, undefined, inWechat));
		return { page, id, url, phone, subject, events };
	};
	/** How long after an act the page knows that it is confirmed, in milliseconds. */
	const untilConfirmed = async ({ events }: Awaited<ReturnType<typeof waiting>>, act: () => Promise<unknown>) => {
		const start = performance.now();
		await act();
		for (;;) {
			const event = (await events.next()) as { prompt: { state: string } } | undefined;
			if (event === undefined) throw new Error('the stream has ended');
			if (event.prompt.state === 'confirmed') return performance.now() - start;
		}
	};

	it('the page learns within a second what the phone does at the other, and is let in where it is', async () => {
		const times: number[] = [];
		for (let time = 0; time < 3; time += 1) {
			const all = await waiting();
			expect(await all.phone.identify(all.url, all.subject)).toMatchObject({ state: 'confirm' });
			times.push(await untilConfirmed(all, () => all.phone.answer(all.url, 'confirm')));
			expect((await answerByScan(all.page, all.id)).status).toBe(200);
			expect((await all.page.must('GET /api/session')).state).toBe('signed-in');
			await all.events.leave();
		}
		// Without a signal a page looks for itself every twenty seconds.
		expect(Math.min(...times)).toBeLessThan(1000);
	});

	it('lets one of twenty pages in that say at both that it is confirmed', async () => {
		const { page, id, url, phone, subject, events } = await waiting();
		await phone.confirm(url, subject);
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, index) => answerByScan(replicas.browser(index, page), id)),
		);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		await events.leave();
	});

	it('the page learns it also when the connections that carry signals are cut', async () => {
		const all = await waiting();
		await all.phone.identify(all.url, all.subject);
		await sql`select pg_terminate_backend(pid) from pg_stat_activity
			where (query ilike 'listen%' or query like '%pg_notify%')
			and datname = current_database() and pid <> pg_backend_pid()`.execute(replicas.app.db);
		await untilConfirmed(all, () => all.phone.answer(all.url, 'confirm'));
		expect((await answerByScan(all.page, all.id)).status).toBe(200);
		const next = await waiting();
		await next.phone.identify(next.url, next.subject);
		expect(await untilConfirmed(next, () => next.phone.answer(next.url, 'confirm'))).toBeLessThan(10_000);
		for (const { events } of [all, next]) await events.leave();
	});
});
