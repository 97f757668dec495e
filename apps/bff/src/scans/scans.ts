import type { ScanView } from '@mailward/shared/contract/scans.ts';
import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import { scanNumberDigits } from '@mailward/shared/factors/scan.ts';
import type { ScanProblem, ScanPrompt } from '@mailward/shared/factors/scan-prompts.ts';
import type { Activity } from '../activity/activity.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import type { ViewClient } from '../clients/client-view.ts';
import { tokenHash } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId, randomText } from '../crypto/random.ts';
import type { CredentialStore } from '../factors/credential-store.ts';
import { scanLookup } from '../factors/scan/scan-factor.ts';
import type { ScannedIdentity, Scans } from '../factors/scan/scans.ts';
import type { Session } from '../sessions/session.ts';
import type { Signals } from '../signals/signals.ts';
import type { Database, Queries } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import { type Clock, minute, toIso } from '../time/clock.ts';
import type { Identification, IdentityProvider } from './identity-provider.ts';
import type { ScanStore, StoredScan } from './scan-store.ts';

/** How long a code can be scanned and confirmed. Whoever photographs a screen has little time to use it. */
export const scanLife = 3 * minute;

export type IdentityProviders = Partial<Record<ScanKind, IdentityProvider>>;

/** A phone's browser, as far as its requests tell. */
export interface Phone {
	/** What its cookie holds; undefined on its first visit. */
	readonly token: string | undefined;
	readonly userAgent: string;
	readonly client: ClientInfo;
	/** The portal's session of that browser, if it has any. */
	readonly session: Session;
}

/** What the phone is shown, and the cookie it gets where it has none. */
export interface Shown {
	readonly view: ScanView;
	readonly token?: string;
}

/** QR codes that a phone confirms: what the page that shows one may know, and what the phone does with it. */
export interface PhoneScans extends Scans {
	show(ticket: string, phone: Phone): Promise<Shown>;
	/** The phone comes back from its platform. */
	identify(
		from: { state: string; code?: string | undefined },
		phone: Phone,
	): Promise<{ ticket: string | null; view: ScanView }>;
	answer(ticket: string, answer: 'confirm' | 'deny', phone: Phone): Promise<ScanView>;
	sweep(): Promise<void>;
}

const expired: ScanView = { state: 'expired' };

/**
 * WeChat gives back a `state` of letters and digits only, 128 at the most. The first half of ours says which code it is
 * about, the second is what nobody else knows.
 */
const ticketBytes = 16;
const stateOf = (ticket: string, nonce: Buffer): string =>
	Buffer.concat([Buffer.from(ticket, 'base64url'), nonce]).toString('hex');
const ticketOf = (state: string): string => Buffer.from(state, 'hex').subarray(0, ticketBytes).toString('base64url');

const problemOf = (identification: Exclude<Identification, { result: 'identified' }>): ScanProblem => {
	switch (identification.result) {
		case 'foreign-organisation':
		case 'preview-mode':
			return identification.result;
		case 'code-refused':
		case 'failed':
			return 'platform-failed';
	}
};

/** Two digits, none of them a zero in front, so that nobody leaves it out. */
const drawNumber = (random: RandomBytes): string =>
	randomText(random, '123456789', 1) + randomText(random, '0123456789', scanNumberDigits - 1);

const phoneOf = ({ phoneSystem, identity }: StoredScan): ScanPrompt['phone'] => ({
	system: phoneSystem,
	name: identity?.name ?? '',
	showsNumber: identity !== undefined && identity.number !== '',
});

export const createScans = (parts: {
	db: Database;
	store: ScanStore;
	credentials: CredentialStore;
	providers: IdentityProviders;
	activity: Activity;
	signals: Signals;
	viewClient: ViewClient;
	publicOrigin: string;
	clock: Clock;
	random: RandomBytes;
	/** Told why a platform did not say who somebody is. */
	onRefusal: (refusal: { kind: ScanKind; result: string; detail: string }) => void;
}): PhoneScans => {
	const { db, store, credentials, providers, activity, signals, viewClient, publicOrigin, clock, random, onRefusal } =
		parts;

	/** Deleted once it has been seen to be over, so that a clock that steps back does not revive it. */
	const underWay = async (scan: StoredScan | undefined): Promise<StoredScan | undefined> => {
		if (scan === undefined || scan.expiresAt > clock.now()) return scan;
		await store.remove(scan);
		return undefined;
	};
	const byTicket = async (ticket: string) => underWay(await store.byTicket(ticket));

	const isHere = (scan: StoredScan, { session }: Phone) =>
		session.state !== 'signed-out' && session.familyId === scan.familyId;

	const confirmedView = (scan: StoredScan, phone: Phone): ScanView => ({
		state: 'confirmed',
		kind: scan.kind,
		purpose: scan.purpose,
		here: isHere(scan, phone),
		number: scan.identity?.number || null,
	});

	/** Whether what the code is for is still under way: not if its browser has signed out, or all of it was ended by others. */
	const isWanted = async (queries: Queries, scan: StoredScan): Promise<boolean> => {
		const browser = await queries
			.selectFrom('sessions')
			.innerJoin('accounts', 'accounts.id', 'sessions.account_id')
			.where('sessions.family_id', '=', scan.familyId)
			.where('sessions.account_id', '=', scan.accountId)
			.where('sessions.expires_at', '>', clock.now())
			.where('accounts.disabled_at', 'is', null)
			.select('sessions.family_id')
			.executeTakeFirst();
		if (browser === undefined) return false;
		const row = await queries
			.selectFrom(scan.purpose === 'set-up' ? 'enrolments' : 'challenges')
			.where('id', '=', scan.subjectId)
			.where('expires_at', '>', clock.now())
			.select('id')
			.executeTakeFirst();
		return row !== undefined;
	};

	/** What stands against this identity for this code. */
	const problemWith = async (
		scan: StoredScan,
		{ subject }: ScannedIdentity,
		queries: Queries = db,
	): Promise<ScanProblem | undefined> => {
		const bound = await credentials.byLookup(scanLookup(scan.kind, subject), queries);
		if (scan.purpose === 'set-up') {
			const own = bound?.accountId === scan.accountId && bound.personId === scan.personId;
			return bound === undefined || own ? undefined : 'bound-elsewhere';
		}
		const own = bound?.accountId === scan.accountId && (scan.personId === null || bound.personId === scan.personId);
		return own ? undefined : 'wrong-person';
	};

	/** What keeps a phone that comes back from its platform from confirming; undefined where it may. */
	const problemAfter = async (
		scan: StoredScan,
		identified: Identification | undefined,
		phone: Phone,
	): Promise<ScanProblem | undefined> => {
		if (identified === undefined) return 'cancelled';
		const { kind } = scan;
		if (identified.result !== 'identified') {
			onRefusal({ kind, result: identified.result, detail: 'detail' in identified ? identified.detail : '' });
			return problemOf(identified);
		}
		const { subject, name } = identified;
		const problem = await problemWith(scan, { subject, name });
		// On one and the same browser there is nobody else whose phone it could be.
		const number = scan.purpose !== 'set-up' || isHere(scan, phone) ? '' : drawNumber(random);
		if (problem === undefined) await store.identify(scan, { subject, name, number });
		return problem;
	};

	const addressOf = async (accountId: string): Promise<string> => {
		const row = await db.selectFrom('accounts').where('id', '=', accountId).select('address').executeTakeFirst();
		return row?.address ?? '';
	};

	/** What the phone that has the code is shown of it. */
	const viewOf = async (scan: StoredScan, phone: Phone): Promise<ScanView> => {
		const { kind, purpose } = scan;
		if (scan.state === 'confirmed') return confirmedView(scan, phone);
		if (scan.state === 'denied') return { state: 'denied', kind, purpose };
		if (scan.problem !== null) return { state: 'refused', kind, purpose, problem: scan.problem };
		if (scan.state !== 'identified') return expired;
		return {
			state: 'confirm',
			kind,
			purpose,
			address: await addressOf(scan.accountId),
			client: viewClient(scan.client),
			startedAt: toIso(scan.createdAt),
			name: scan.identity?.name ?? '',
			here: isHere(scan, phone),
		};
	};

	const isOf = (scan: StoredScan, { token }: Phone) => token !== undefined && scan.phoneHash === tokenHash(token);

	/** Sends the phone to its platform. */
	const open = async (scan: StoredScan, ticket: string, phone: Phone): Promise<Shown> => {
		const provider = providers[scan.kind];
		if (provider === undefined) return { view: expired };
		const { kind } = scan;
		if (!provider.isOwnBrowser(phone.userAgent)) {
			return { view: { state: 'outside', kind, here: isHere(scan, phone) } };
		}
		const token = phone.token ?? random(16).toString('base64url');
		const oauthState = stateOf(ticket, random(ticketBytes));
		const opened = await store.open(scan, { hash: tokenHash(token), system: phone.client.system, oauthState });
		if (!opened) return { view: expired };
		signals.publish(scan.familyId);
		const url = provider.authorisationUrl({ state: oauthState, returnTo: `${publicOrigin}/scan/return` });
		return { view: { state: 'authorise', kind, url }, token };
	};

	return {
		async open(kind, { id, familyId, accountId, personId, purpose, client }) {
			const ticket = randomId(random);
			const expiresAt = clock.now() + scanLife;
			await store.insert({
				ticketHash: tokenHash(ticket),
				kind,
				purpose,
				subjectId: id,
				familyId,
				accountId,
				personId,
				client: { browser: client.browser, system: client.system, address: client.address },
				createdAt: clock.now(),
				expiresAt,
			});
			return { ticket, expiresAt };
		},
		async prompt(ticket, expiresAt): Promise<ScanPrompt> {
			const scan = await byTicket(ticket);
			return {
				url: `${publicOrigin}/scan/${ticket}`,
				expiresAt: toIso(expiresAt),
				state: scan?.state === 'identified' ? 'opened' : (scan?.state ?? 'expired'),
				problem: scan?.problem ?? null,
				phone: scan?.state === 'confirmed' ? phoneOf(scan) : null,
			};
		},
		async confirmedBy(ticket) {
			const scan = await byTicket(ticket);
			return scan?.state === 'confirmed' ? scan.identity : undefined;
		},
		async show(ticket, phone) {
			const scan = await byTicket(ticket);
			if (scan === undefined) return { view: expired };
			// Whoever comes with a code that has an end sees it only on the phone that gave it one.
			if (isOf(scan, phone) && scan.state !== 'waiting' && scan.state !== 'opened') {
				return { view: await viewOf(scan, phone) };
			}
			if (scan.state === 'confirmed' || scan.state === 'denied') return { view: expired };
			if (!(await isWanted(db, scan))) return { view: expired };
			return open(scan, ticket, phone);
		},
		async identify({ state, code }, phone) {
			const ticket = ticketOf(state);
			const { token } = phone;
			const scan = token === undefined ? undefined : await underWay(await store.redeem(state, tokenHash(token)));
			const provider = scan && providers[scan.kind];
			if (scan === undefined || provider === undefined || !(await isWanted(db, scan))) {
				// Come back twice, or again after a lost answer: this phone sees where it stands.
				const before = await byTicket(ticket);
				if (before === undefined || !isOf(before, phone)) return { ticket: null, view: expired };
				return { ticket, view: await viewOf(before, phone) };
			}
			const identified = code === undefined ? undefined : await provider.identify(code);
			const problem = await problemAfter(scan, identified, phone);
			if (problem !== undefined) await store.refuse(scan, problem);
			signals.publish(scan.familyId);
			const now = await byTicket(ticket);
			// Another phone may have taken it up meanwhile, and what that one sees is not for this one.
			return { ticket, view: now === undefined || !isOf(now, phone) ? expired : await viewOf(now, phone) };
		},
		async answer(ticket, answer, phone) {
			const scan = await byTicket(ticket);
			if (scan === undefined || !isOf(scan, phone)) return expired;
			const { accountId, personId, kind } = scan;
			const view = await db.transaction().execute(async (transaction): Promise<ScanView> => {
				// Held, as whatever ends sessions and methods holds it: what was ended before is not confirmed afterwards.
				await lockAccount(transaction, accountId);
				if (scan.identity === undefined || !(await isWanted(transaction, scan))) return expired;
				const state = answer === 'confirm' ? 'confirmed' : 'denied';
				// It may have been bound or unbound while its person was reading.
				if (state === 'confirmed' && (await problemWith(scan, scan.identity, transaction))) return expired;
				if (!(await store.finish(transaction, scan, state))) return expired;
				if (state === 'denied' && scan.purpose !== 'set-up') {
					const client = scan.client;
					await activity.record(transaction, { accountId, personId, client, event: 'sign-in.denied', method: kind });
				}
				return state === 'confirmed' ? confirmedView(scan, phone) : { state, kind, purpose: scan.purpose };
			});
			signals.publish(scan.familyId);
			if (view.state !== 'expired') return view;
			// Answered before: what was first is what counts.
			const now = await byTicket(ticket);
			const isAnswered = now?.state === 'confirmed' || now?.state === 'denied';
			return isAnswered && isOf(now, phone) ? viewOf(now, phone) : expired;
		},
		sweep: () => store.sweep(clock.now()),
	};
};
