import type { LiveSessionView } from '@mailward/shared/contract/sessions.ts';
import type { Activity } from '../activity/activity.ts';
import type { ViewClient } from '../clients/client-view.ts';
import { DomainError } from '../domain-error.ts';
import type { SignedIn } from '../sessions/session.ts';
import { sessionLife } from '../sessions/session-store.ts';
import type { Database } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import { type Clock, toIso } from '../time/clock.ts';
import type { LiveSessionStore, Owner } from './live-session-store.ts';

/** Where else a person is signed in, and the end of it. */
export interface LiveSessions {
	/** Their own, the latest seen first. */
	list(session: SignedIn): Promise<LiveSessionView[]>;
	/** Throws `request.not_found` for what is not one of theirs. */
	end(session: SignedIn, id: string): Promise<void>;
	endOthers(session: SignedIn): Promise<void>;
}

const ownerOf = ({ accountId, personId, account }: SignedIn): Owner => ({
	accountId,
	personId,
	alone: account.kind === 'person',
});

export const createLiveSessions = (parts: {
	db: Database;
	store: LiveSessionStore;
	activity: Activity;
	viewClient: ViewClient;
	clock: Clock;
}): LiveSessions => {
	const { db, store, activity, viewClient, clock } = parts;
	const ended = ({ accountId, personId, client }: SignedIn) =>
		({ accountId, personId, client, event: 'sessions.ended' }) as const;

	return {
		async list(session) {
			const now = clock.now();
			const sessions = await store.ofPerson(ownerOf(session), now, now - sessionLife.idle);
			return sessions.map(({ familyId, client, createdAt, lastSeenAt }) => ({
				id: familyId,
				client: viewClient(client),
				signedInAt: toIso(createdAt),
				lastSeenAt: toIso(lastSeenAt),
				current: familyId === session.familyId,
			}));
		},
		async end(session, id) {
			await db.transaction().execute(async (transaction) => {
				// What a session does that is ended here waits for this row too, and finds itself gone.
				await lockAccount(transaction, session.accountId);
				if (!(await store.end(transaction, ownerOf(session), id))) throw new DomainError('request.not_found', {});
				await activity.record(transaction, ended(session));
			});
		},
		async endOthers(session) {
			await db.transaction().execute(async (transaction) => {
				await lockAccount(transaction, session.accountId);
				const others = await store.endOthers(transaction, ownerOf(session), session.familyId);
				if (others > 0) await activity.record(transaction, ended(session));
			});
		},
	};
};
