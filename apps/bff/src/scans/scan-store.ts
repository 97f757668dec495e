import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { ScanProblem } from '@mailward/shared/factors/scan-prompts.ts';
import { sql } from 'kysely';
import { tokenHash } from '../crypto/fingerprint.ts';
import type { Seal } from '../crypto/seal.ts';
import type { Confirmation } from '../factors/scan/scans.ts';
import type { Queries } from '../storage/database.ts';
import type { ScansTable } from '../storage/tables.ts';

/** A QR code that is shown, and the phone that has it. Times are milliseconds since the epoch. */
export interface StoredScan {
	readonly ticketHash: string;
	readonly kind: ScanKind;
	readonly purpose: ScansTable['purpose'];
	/** The challenge or the enrolment it belongs to. */
	readonly subjectId: string;
	readonly familyId: string;
	readonly accountId: string;
	readonly personId: string | null;
	/** The browser that shows it. */
	readonly client: { readonly browser: string; readonly system: string; readonly address: string };
	readonly createdAt: number;
	readonly expiresAt: number;
	readonly state: ScansTable['state'];
	readonly problem: ScanProblem | null;
	readonly phoneHash: string | null;
	readonly phoneSystem: string;
	readonly identity: Confirmation | undefined;
}

/** Each costs a request to the platform, and whoever has photographed the code can ask for it. */
const mostTakes = 12;

const place = (ticketHash: string) => `scans.identity ${ticketHash}`;

/** QR codes under way. Of what a phone does to one, the first end counts: every step is a compare-and-swap. */
export interface ScanStore {
	insert(
		scan: Pick<
			StoredScan,
			| 'kind'
			| 'purpose'
			| 'subjectId'
			| 'familyId'
			| 'accountId'
			| 'personId'
			| 'client'
			| 'createdAt'
			| 'expiresAt'
			| 'ticketHash'
		>,
	): Promise<void>;
	byTicket(ticket: string, queries?: Queries): Promise<StoredScan | undefined>;
	/**
	 * A phone takes it up, and will come back with `oauthState`. It takes it from a phone that has not said yet who holds
	 * it; false when one has, and when it was taken up too often.
	 */
	open(scan: StoredScan, phone: { hash: string; system: string; oauthState: string }): Promise<boolean>;
	/** The scan that a phone comes back to, once: of two that come back with the same state one gets it. */
	redeem(oauthState: string, phoneHash: string): Promise<StoredScan | undefined>;
	/** Its platform has said who holds the phone. False when another phone has taken it up meanwhile. */
	identify(scan: StoredScan, identity: Confirmation): Promise<boolean>;
	/** The phone is not the one: the code can be scanned again. */
	refuse(scan: StoredScan, problem: ScanProblem): Promise<boolean>;
	/** The end. False when another came first, or the phone that answers is not the one that was identified. */
	finish(queries: Queries, scan: StoredScan, state: 'confirmed' | 'denied'): Promise<boolean>;
	remove(scan: StoredScan): Promise<void>;
	sweep(now: number): Promise<void>;
}

export const createScanStore = (db: Queries, seal: Seal): ScanStore => {
	const toScan = (row: ScansTable): StoredScan => ({
		ticketHash: row.ticket_hash,
		kind: row.kind,
		purpose: row.purpose,
		subjectId: row.subject_id,
		familyId: row.family_id,
		accountId: row.account_id,
		personId: row.person_id,
		client: { browser: row.browser, system: row.system, address: row.address },
		createdAt: row.created_at,
		expiresAt: row.expires_at,
		state: row.state,
		problem: row.problem,
		phoneHash: row.phone_hash,
		phoneSystem: row.phone_system,
		identity: row.identity === null ? undefined : (seal.open(place(row.ticket_hash), row.identity) as Confirmation),
	});
	const under = (queries: Queries, { ticketHash }: StoredScan) =>
		queries
			.updateTable('scans')
			.where('ticket_hash', '=', ticketHash)
			.where('state', 'not in', ['confirmed', 'denied']);
	const happened = (result: { numUpdatedRows: bigint }) => result.numUpdatedRows === 1n;

	return {
		async insert({ client, ...scan }) {
			await db
				.insertInto('scans')
				.values({
					ticket_hash: scan.ticketHash,
					kind: scan.kind,
					purpose: scan.purpose,
					subject_id: scan.subjectId,
					family_id: scan.familyId,
					account_id: scan.accountId,
					person_id: scan.personId,
					...client,
					created_at: scan.createdAt,
					expires_at: scan.expiresAt,
					state: 'waiting',
					problem: null,
					takes: 0,
					phone_hash: null,
					oauth_state_hash: null,
					phone_system: '',
					identity: null,
				})
				.execute();
		},
		async byTicket(ticket, queries = db) {
			const row = await queries
				.selectFrom('scans')
				.where('ticket_hash', '=', tokenHash(ticket))
				.selectAll()
				.executeTakeFirst();
			return row === undefined ? undefined : toScan(row);
		},
		async open(scan, { hash, system, oauthState }) {
			return happened(
				await under(db, scan)
					.where('takes', '<', mostTakes)
					.where((each) => each.or([each('state', '!=', 'identified'), each('phone_hash', '=', hash)]))
					.set({
						takes: sql`takes + 1`,
						state: 'opened',
						problem: null,
						phone_hash: hash,
						oauth_state_hash: tokenHash(oauthState),
						phone_system: system,
						identity: null,
					})
					.executeTakeFirst(),
			);
		},
		async redeem(oauthState, phoneHash) {
			const row = await db
				.updateTable('scans')
				.set({ oauth_state_hash: null })
				.where('oauth_state_hash', '=', tokenHash(oauthState))
				.where('phone_hash', '=', phoneHash)
				.where('state', '=', 'opened')
				.returningAll()
				.executeTakeFirst();
			return row === undefined ? undefined : toScan(row);
		},
		async identify(scan, identity) {
			return happened(
				await under(db, scan)
					.where('phone_hash', '=', scan.phoneHash)
					.where('state', '=', 'opened')
					.set({ state: 'identified', identity: seal.close(place(scan.ticketHash), identity) })
					.executeTakeFirst(),
			);
		},
		async refuse(scan, problem) {
			return happened(
				await under(db, scan)
					.where('phone_hash', '=', scan.phoneHash)
					// What it was refused for may be older than what it has been identified by since.
					.where('state', '=', 'opened')
					.set({ state: 'waiting', problem, identity: null })
					.executeTakeFirst(),
			);
		},
		async finish(queries, scan, state) {
			return happened(
				await queries
					.updateTable('scans')
					.set({ state })
					.where('ticket_hash', '=', scan.ticketHash)
					.where('phone_hash', '=', scan.phoneHash)
					.where('state', '=', 'identified')
					.executeTakeFirst(),
			);
		},
		async remove({ ticketHash }) {
			await db.deleteFrom('scans').where('ticket_hash', '=', ticketHash).execute();
		},
		async sweep(now) {
			await db.deleteFrom('scans').where('expires_at', '<=', now).execute();
		},
	};
};
