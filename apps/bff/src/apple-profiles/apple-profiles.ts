import type { ProfileLinkView, ProfileProgress } from '@mailward/shared/contract/apple-profiles.ts';
import type { Language } from '@mailward/shared/languages.ts';
import type { ProfileApp } from '@mailward/shared/mail-apps.ts';
import type { ClientPasswordStore, Owner } from '../client-passwords/client-password-store.ts';
import type { ClientPasswords, TypedWishes } from '../client-passwords/client-passwords.ts';
import { mailAppsTopic } from '../client-passwords/mail-apps-topic.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import type { SignedIn } from '../sessions/session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Signals } from '../signals/signals.ts';
import type { Database, Queries } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import { type Clock, hour, minute, toIso } from '../time/clock.ts';
import type { AppleProfileStore, StoredProfileLink } from './apple-profile-store.ts';
import { canBeProfile, type ProfileContents, type ProfileSite, profileOf } from './profile.ts';
import type { SignProfile } from './profile-signing.ts';

/** How long a link can be opened. */
export const profileLinkLife = 10 * minute;

/** How many links of different intents a person can have open: as many as there are client passwords by default. */
const mostLinks = 6;

/** How long the page that made a link can still ask what became of it, once it has expired. */
const rememberedFor = hour;

/** Whoever posts the form of a link. */
export interface Device {
	readonly client: ClientInfo;
	readonly language: Language;
}

/** Links by which an Apple device sets itself up: good once, for ten minutes, and for as long as their maker is signed in. */
export interface AppleProfiles {
	/** Makes a link; the one before it of the same intent ends. Throws what the contract lists. */
	create(
		session: SignedIn,
		wanted: TypedWishes & { readonly app: ProfileApp; readonly idempotencyKey: string },
	): Promise<{ id: string; url: string; expiresAt: string }>;
	/** Throws `request.not_found`. */
	progress(owner: Owner, id: string): Promise<ProfileProgress>;
	/** What whoever has the link may know. Uses nothing up. */
	open(ticket: string): Promise<ProfileLinkView>;
	/**
	 * Uses the link up: makes the client password in the slot of its intent, and the profile with it. Undefined when the
	 * link is gone, which it also is when there is no room for the password any more.
	 */
	redeem(ticket: string, device: Device): Promise<Buffer | undefined>;
	sweep(): Promise<void>;
}

const gone: ProfileLinkView = { state: 'gone' };

export const createAppleProfiles = (parts: {
	db: Database;
	store: AppleProfileStore;
	clientPasswords: Pick<ClientPasswords, 'wishesOf' | 'make' | 'find'>;
	clientPasswordStore: Pick<ClientPasswordStore, 'ofPerson' | 'ofIntent' | 'find'>;
	sessions: Pick<SessionStore, 'hold'>;
	policies: Pick<PolicyStore, 'current'>;
	signals: Pick<Signals, 'publish'>;
	sign: SignProfile;
	site: ProfileSite;
	clock: Clock;
	random: RandomBytes;
}): AppleProfiles => {
	const { db, store, clientPasswords, clientPasswordStore, sessions, policies, signals, sign, site, clock, random } =
		parts;

	/** Ended once it has been seen to be too late, so that a clock that steps back does not revive it. */
	const underWay = async (link: StoredProfileLink | undefined): Promise<StoredProfileLink | undefined> => {
		if (link === undefined || link.over) return undefined;
		const now = clock.now();
		const { expiresAt: passwordEnd } = link.wishes;
		if (link.expiresAt > now && (passwordEnd === null || passwordEnd > now)) return link;
		await store.end(db, link);
		return undefined;
	};

	/** Told when the link is made, where it can still be mended, and held again when it is used. */
	const checkRoom = async (queries: Queries, owner: Owner, idempotencyKey: string, limit: number): Promise<void> => {
		if ((await clientPasswordStore.ofIntent(owner, idempotencyKey, queries)) !== undefined) return;
		const { length } = await clientPasswordStore.ofPerson(owner, queries);
		if (length >= limit) throw new DomainError('client_password.limit_reached', { limit });
	};

	/** What goes into the profile; undefined when somebody else was first, or its maker has gone. */
	const use = async (
		transaction: Queries,
		link: StoredProfileLink,
		{ client, language }: Device,
	): Promise<ProfileContents | undefined> => {
		const { accountId, personId, wishes, app, idempotencyKey } = link;
		// Held, as whatever ends sessions and methods holds it: what was ended before is not fetched afterwards.
		await lockAccount(transaction, accountId);
		const account = await store.account(transaction, link, clock.now());
		if (account === undefined || !(await store.end(transaction, link))) return undefined;
		const { clientPasswords: limit } = await policies.current(transaction);
		const owner = { accountId, personId, client, limit };
		const { id, secret } = await clientPasswords.make(transaction, owner, { wishes, app, idempotencyKey });
		await store.noteFetched(transaction, link, id);
		const made = await clientPasswordStore.find(owner, id, transaction);
		return {
			accountId,
			personId,
			slot: made?.slot ?? 0,
			...account,
			passwordName: wishes.name,
			secret,
			protocols: wishes.protocols,
			passwordExpiresAt: wishes.expiresAt,
			language,
		};
	};

	return {
		async create(session, { app, idempotencyKey, ...typed }) {
			const { accountId, personId, familyId } = session;
			const wishes = clientPasswords.wishesOf(session, typed);
			if (!canBeProfile(wishes.protocols)) throw new DomainError('request.malformed', { field: 'protocols' });
			const id = randomId(random);
			const ticket = randomId(random);
			const now = clock.now();
			const expiresAt = now + profileLinkLife;
			await db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				await checkRoom(transaction, session, idempotencyKey, session.policy.clientPasswords);
				await store.endOlder(transaction, session, idempotencyKey, mostLinks - 1);
				const link = { id, ticket, accountId, personId, familyId, app, wishes, idempotencyKey };
				await store.insert(transaction, { ...link, createdAt: now, expiresAt });
			});
			return { id, url: `${site.publicOrigin}/profile/${ticket}`, expiresAt: toIso(expiresAt) };
		},
		async progress(owner, id) {
			const link = await store.find(owner, id);
			if (link === undefined) throw new DomainError('request.not_found', {});
			if (link.clientPasswordId !== null) {
				const clientPassword = await clientPasswords.find(owner, link.clientPasswordId);
				return clientPassword === undefined ? { state: 'expired' } : { state: 'fetched', clientPassword };
			}
			const waiting =
				(await underWay(link)) !== undefined && (await store.account(db, link, clock.now())) !== undefined;
			return { state: waiting ? 'waiting' : 'expired' };
		},
		async open(ticket) {
			const link = await underWay(await store.byTicket(ticket));
			const account = link && (await store.account(db, link, clock.now()));
			if (link === undefined || account === undefined) return gone;
			return {
				state: 'ready',
				address: account.address,
				name: link.wishes.name,
				expiresAt: toIso(link.expiresAt),
			};
		},
		async redeem(ticket, device) {
			const link = await underWay(await store.byTicket(ticket));
			if (link === undefined) return undefined;
			try {
				const contents = await db.transaction().execute((transaction) => use(transaction, link, device));
				return contents && (await sign(await profileOf(contents, site, random)));
			} catch (error) {
				if (!(error instanceof DomainError)) throw error;
				// No room any more. The page that made it says why, when it is asked for the next one.
				await store.end(db, link);
				return undefined;
			} finally {
				signals.publish(mailAppsTopic(link.accountId));
			}
		},
		sweep: () => store.sweep(clock.now() - rememberedFor),
	};
};
