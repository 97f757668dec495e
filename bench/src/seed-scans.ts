import { createChallengeStore } from '@mailward/bff/challenges/challenge-store.ts';
import { tokenHash } from '@mailward/bff/crypto/fingerprint.ts';
import { type RandomBytes, randomId } from '@mailward/bff/crypto/random.ts';
import type { Seal } from '@mailward/bff/crypto/seal.ts';
import { createCredentialStore } from '@mailward/bff/factors/credential-store.ts';
import { scanLookup } from '@mailward/bff/factors/scan/scan-factor.ts';
import { defaultPolicy } from '@mailward/bff/policy/policy.ts';
import { createScanStore } from '@mailward/bff/scans/scan-store.ts';
import { createSessionStore } from '@mailward/bff/sessions/session-store.ts';
import type { Queries } from '@mailward/bff/storage/database.ts';
import type { Clock } from '@mailward/bff/time/clock.ts';
import type { ScanTicket } from './material.ts';
import { seededChallengeLife } from './scale.ts';

const client = { browser: '', system: '', address: '127.0.0.1' };

/** A browser that waits for a phone, and the phone, of which its platform has said already who holds it. */
export const seedScan = async (
	queries: Queries,
	accountId: string,
	{ seal, clock, random }: { seal: Seal; clock: Clock; random: RandomBytes },
): Promise<ScanTicket> => {
	const policies = { current: async () => defaultPolicy };
	const sessions = createSessionStore({ db: queries, policies, clock, random });
	const begun = { state: 'awaiting-second-factor', verifiedWith: null, personId: accountId } as const;
	const token = await sessions.begin(accountId, begun, client);
	const session = await sessions.load(token, client);
	if (session.state !== 'awaiting-second-factor') throw new Error(`a seeded session is ${session.state}`);
	const { familyId } = session;
	const [challenge, ticket, phoneToken] = [randomId(random), randomId(random), randomId(random)];
	const expiresAt = clock.now() + seededChallengeLife;
	await createChallengeStore(queries, seal).start(
		{
			id: challenge,
			familyId,
			accountId,
			kind: 'wechat',
			purpose: 'sign-in',
			expiresAt,
			attempts: 0,
			pending: { ticket, expiresAt },
		},
		clock.now(),
	);
	const scans = createScanStore(queries, seal);
	await scans.insert({
		ticketHash: tokenHash(ticket),
		kind: 'wechat',
		purpose: 'sign-in',
		subjectId: challenge,
		familyId,
		accountId,
		personId: accountId,
		client,
		createdAt: clock.now(),
		expiresAt,
	});
	const shown = await scans.byTicket(ticket);
	if (shown === undefined) throw new Error('a seeded scan is not there');
	await scans.open(shown, { hash: tokenHash(phoneToken), system: '', oauthState: randomId(random) });
	const opened = await scans.byTicket(ticket);
	const identity = { subject: randomId(random), name: '', number: '' };
	await createCredentialStore(queries, seal).insert(queries, {
		id: randomId(random),
		accountId,
		personId: accountId,
		kind: 'wechat',
		name: '',
		secret: identity,
		lookup: scanLookup('wechat', identity.subject),
		at: clock.now(),
	});
	if (opened === undefined || !(await scans.identify(opened, identity))) {
		throw new Error('a seeded scan cannot be confirmed');
	}
	return { token, challenge, ticket, phoneToken };
};
