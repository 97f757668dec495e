import { beforeAll, describe, expect, it } from 'vitest';
import { tokenHash } from '../crypto/fingerprint.ts';
import { systemRandom } from '../crypto/random.ts';
import { createSeal } from '../crypto/seal.ts';
import type { Database } from '../storage/database.ts';
import { onEachDatabase } from '../storage/test-databases.ts';
import { startOfTests } from '../testing/settable-clock.ts';
import { createTestApp } from '../testing/test-app.ts';
import { testKeys } from '../testing/test-keys.ts';
import { createScanStore, type ScanStore } from './scan-store.ts';

onEachDatabase((create) => {
	let db: Database;
	let store: ScanStore;
	let accountId = '';
	beforeAll(async () => {
		({ db } = await create());
		store = createScanStore(db, createSeal(testKeys, systemRandom));
		const app = createTestApp({ db });
		accountId = (await app.app.accounts.find(await app.addPerson())).id;
	});

	let made = 0;
	const identity = { subject: 'openid-of-lin', name: 'Lin', number: '' };
	const inserted = async () => {
		made += 1;
		const ticket = `ticket-${made}`;
		await store.insert({
			ticketHash: tokenHash(ticket),
			kind: 'wechat',
			purpose: 'sign-in',
			subjectId: 'challenge',
			familyId: 'family',
			accountId,
			personId: null,
			client: { browser: 'Firefox', system: 'Linux', address: '203.0.113.7' },
			createdAt: startOfTests,
			expiresAt: startOfTests + 1000,
		});
		return ticket;
	};
	const now = async (ticket: string) => {
		const scan = await store.byTicket(ticket);
		if (scan === undefined) throw new Error('there is no such scan');
		return scan;
	};
	const take = async (ticket: string, phone: string) => {
		await store.open(await now(ticket), { hash: phone, system: 'iOS', oauthState: `state-${phone}-${ticket}` });
		return now(ticket);
	};

	describe('a phone that has been overtaken while it was looked at', () => {
		// The attack: between the look at a code and the act on it another phone scans it.
		it('ends nothing, though the other is identified by now', async () => {
			const ticket = await inserted();
			const seenByFirst = { ...(await take(ticket, 'first')), state: 'identified' as const, identity };
			await store.identify(await take(ticket, 'second'), identity);
			expect(await store.finish(db, seenByFirst, 'confirmed')).toBe(false);
			expect(await store.finish(db, seenByFirst, 'denied')).toBe(false);
			expect(await store.finish(db, await now(ticket), 'confirmed')).toBe(true);
		});

		it('is not identified, and gets no other refused', async () => {
			const ticket = await inserted();
			const seenByFirst = await take(ticket, 'first');
			await take(ticket, 'second');
			expect(await store.identify(seenByFirst, identity)).toBe(false);
			expect(await store.refuse(seenByFirst, 'wrong-person')).toBe(false);
			expect(await now(ticket)).toMatchObject({ state: 'opened', phoneHash: 'second', problem: null });
		});
	});

	it('keeps no identity in clear', async () => {
		const ticket = await inserted();
		await store.identify(await take(ticket, 'first'), identity);
		const row = await db
			.selectFrom('scans')
			.where('ticket_hash', '=', tokenHash(ticket))
			.selectAll()
			.executeTakeFirstOrThrow();
		expect(JSON.stringify(row)).not.toContain(identity.subject);
		expect((await now(ticket)).identity).toEqual(identity);
		// Who has been identified keeps the code.
		expect(await take(ticket, 'second')).toMatchObject({ phoneHash: 'first', identity });
	});

	it('that has ended is not opened, identified, refused or ended again', async () => {
		for (const end of ['confirmed', 'denied'] as const) {
			const ticket = await inserted();
			await store.identify(await take(ticket, 'first'), identity);
			expect(await store.finish(db, await now(ticket), end)).toBe(true);
			const scan = await now(ticket);
			expect([
				await store.open(scan, { hash: 'second', system: '', oauthState: `late-${ticket}` }),
				await store.identify(scan, identity),
				await store.refuse(scan, 'cancelled'),
				await store.finish(db, scan, 'confirmed'),
				await store.finish(db, scan, 'denied'),
			]).toEqual([false, false, false, false, false]);
			expect((await now(ticket)).state).toBe(end);
		}
	});
});
