import type { TrustedDeviceView } from '@mailward/shared/contract/trusted-devices.ts';
import type { Activity } from '../activity/activity.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import type { ViewClient } from '../clients/client-view.ts';
import { sameText, tokenHash } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import { type Policy, trustedDeviceLife } from '../policy/policy.ts';
import type { SignedIn } from '../sessions/session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, toIso } from '../time/clock.ts';
import { readDeviceTokens, withDeviceToken } from './device-tokens.ts';
import type { StoredTrustedDevice, TrustedDeviceStore } from './trusted-device-store.ts';

/** Of each person; the eleventh takes the place of the one not used for longest. */
export const trustedDeviceLimit = 10;

/** A trusted device that stood in for the second step. */
export interface Redeemed {
	readonly deviceId: string;
	readonly personId: string;
	/** What the browser has to keep from now on. */
	readonly cookie: string;
}

/** Browsers whose person is not asked for a second step. They vouch for a sign-in, never for a sensitive act. */
export interface TrustedDevices {
	list(session: SignedIn, cookie: string | undefined): Promise<TrustedDeviceView[]>;
	/** Trusts the browser of this session. Throws `trusted_device.not_allowed`. */
	trust(session: SignedIn, cookie: string | undefined): Promise<{ view: TrustedDeviceView; cookie: string }>;
	/** For how many days this browser may be trusted, if it is not. */
	offer(session: SignedIn, cookie: string | undefined): Promise<{ days: number } | null>;
	/** Throws `request.not_found`. */
	revoke(session: SignedIn, id: string): Promise<void>;
	revokeAll(session: SignedIn): Promise<void>;
	/**
	 * Ends the trust in this browser for an account, when the one who was trusted leaves it: on a shared mailbox the next to
	 * enter its password there may be somebody else.
	 */
	leave(session: SignedIn, cookie: string | undefined): Promise<void>;
	/** Which trusted device of the account asks, without using it up: for the limits, which a stranger must not share. */
	recognise(accountId: string, policy: Policy, cookie: string | undefined): Promise<string | undefined>;
	/**
	 * Uses the browser's token for the account, which is worth nothing afterwards. A token that has been used before is a
	 * copy: then nobody is trusted by this series any more, and its owner hears of it.
	 */
	redeem(at: {
		accountId: string;
		policy: Policy;
		cookie: string | undefined;
		client: ClientInfo;
	}): Promise<Redeemed | undefined>;
}

export const createTrustedDevices = (parts: {
	db: Database;
	store: TrustedDeviceStore;
	sessions: Pick<SessionStore, 'hold'>;
	activity: Activity;
	viewClient: ViewClient;
	clock: Clock;
	random: RandomBytes;
}): TrustedDevices => {
	const { db, store, sessions, activity, viewClient, clock, random } = parts;

	const isLive = (device: StoredTrustedDevice, policy: Policy): boolean =>
		device.expiresAt > clock.now() && device.createdAt + trustedDeviceLife(policy) > clock.now();

	/** The device of the account that one of the browser's tokens names, and whether the token counts. */
	const named = async (accountId: string, cookie: string | undefined) => {
		for (const { id, secret } of readDeviceTokens(cookie)) {
			const device = await store.byId(id);
			if (device?.accountId !== accountId) continue;
			if (device.expiresAt > clock.now()) return { device, counts: sameText(device.tokenHash, tokenHash(secret)) };
			// Deleted once it has been seen to be over, so that a clock that steps back does not revive it.
			await store.remove(db, accountId, device.personId, id);
		}
		return undefined;
	};

	const isCurrent = async (device: StoredTrustedDevice, cookie: string | undefined): Promise<boolean> =>
		readDeviceTokens(cookie).some(
			({ id, secret }) => id === device.id && sameText(device.tokenHash, tokenHash(secret)),
		);

	const view = (device: StoredTrustedDevice, current: boolean): TrustedDeviceView => ({
		id: device.id,
		client: viewClient(device.client),
		createdAt: toIso(device.createdAt),
		lastUsedAt: toIso(device.lastUsedAt),
		expiresAt: toIso(device.expiresAt),
		current,
	});

	const live = async ({ accountId, personId, policy }: SignedIn) => {
		await store.sweep(clock.now());
		return (await store.ofPerson(db, accountId, personId)).filter((device) => isLive(device, policy));
	};

	const newSecret = () => random(32).toString('base64url');
	const by = ({ accountId, personId, client }: SignedIn) => ({ accountId, personId, client });

	const distrust = async (device: StoredTrustedDevice, client: ClientInfo) => {
		const { accountId, personId, id } = device;
		await db.transaction().execute(async (transaction) => {
			if (!(await store.remove(transaction, accountId, personId, id))) return;
			await activity.record(transaction, { accountId, personId, client, event: 'trusted-device.copied' });
		});
	};

	return {
		async list(session, cookie) {
			const views: TrustedDeviceView[] = [];
			for (const device of await live(session)) views.push(view(device, await isCurrent(device, cookie)));
			return views;
		},
		async offer(session, cookie) {
			const { policy, accountId, personId, verifiedWith, twoFactor } = session;
			if (!twoFactor || verifiedWith !== 'factor' || policy.trustedDeviceDays === 0) return null;
			const found = await named(accountId, cookie);
			const trusted = found?.counts === true && found.device.personId === personId && isLive(found.device, policy);
			return trusted ? null : { days: policy.trustedDeviceDays };
		},
		async trust(session, cookie) {
			const { accountId, personId, policy, client } = session;
			// A recovery code is the last resort of somebody who may be at a stranger's computer.
			if (policy.trustedDeviceDays === 0 || !session.twoFactor || session.verifiedWith !== 'factor') {
				throw new DomainError('trusted_device.not_allowed', {});
			}
			const secret = newSecret();
			const now = clock.now();
			const before = await named(accountId, cookie);
			const device: StoredTrustedDevice = {
				id: randomId(random),
				accountId,
				personId,
				tokenHash: tokenHash(secret),
				client,
				createdAt: now,
				lastUsedAt: now,
				expiresAt: now + trustedDeviceLife(policy),
			};
			await db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				// The same browser, trusted anew, is one device.
				if (before?.counts && before.device.personId === personId) {
					await store.remove(transaction, accountId, personId, before.device.id);
				}
				await store.insert(transaction, device);
				for (const surplus of (await store.ofPerson(transaction, accountId, personId)).slice(trustedDeviceLimit)) {
					await store.remove(transaction, accountId, personId, surplus.id);
				}
				await activity.record(transaction, { ...by(session), event: 'trusted-device.added' });
			});
			return {
				view: view(device, true),
				cookie: withDeviceToken(cookie, { id: device.id, secret }),
			};
		},
		async revoke(session, id) {
			await db.transaction().execute(async (transaction) => {
				if (!(await store.remove(transaction, session.accountId, session.personId, id))) {
					throw new DomainError('request.not_found', {});
				}
				await activity.record(transaction, { ...by(session), event: 'trusted-device.revoked' });
			});
		},
		async revokeAll(session) {
			await db.transaction().execute(async (transaction) => {
				if ((await store.removeAll(transaction, session.accountId, session.personId)) === 0) return;
				await activity.record(transaction, { ...by(session), event: 'trusted-device.revoked' });
			});
		},
		async leave({ accountId, personId }, cookie) {
			const found = await named(accountId, cookie);
			if (found?.counts && found.device.personId === personId) {
				await store.remove(db, accountId, personId, found.device.id);
			}
		},
		async recognise(accountId, policy, cookie) {
			const found = await named(accountId, cookie);
			return found?.counts && isLive(found.device, policy) ? found.device.id : undefined;
		},
		async redeem({ accountId, policy, cookie, client }) {
			const found = await named(accountId, cookie);
			if (found === undefined || !isLive(found.device, policy)) return undefined;
			const { device } = found;
			const secret = newSecret();
			const next = { tokenHash: tokenHash(secret), client, at: clock.now() };
			// Of two uses of one token at the same moment, one is a copy; which of them, nobody can tell.
			if (!found.counts || !(await store.rotate(db, device, next))) {
				await distrust(device, client);
				return undefined;
			}
			return {
				deviceId: device.id,
				personId: device.personId,
				cookie: withDeviceToken(cookie, { id: device.id, secret }),
			};
		},
	};
};
