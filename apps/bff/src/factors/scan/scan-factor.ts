import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { ScanPrompt } from '@mailward/shared/factors/scan-prompts.ts';
import type { Factor, Verdict } from '../factor.ts';
import type { ScannedIdentity, Scans } from './scans.ts';

interface ScanPending {
	/** What is in the QR code. */
	readonly ticket: string;
	/** Milliseconds since the epoch. */
	readonly expiresAt: number;
}

/** By which whoever holds a phone is found; no other kind of credential is looked up by a text with a colon. */
export const scanLookup = (kind: ScanKind, subject: string): string => `${kind}:${subject}`;

/**
 * A QR code on the page that a phone reads and its person confirms, in an app whose platform says who they are. One
 * mechanism for every such app.
 */
export const createScanFactor = <Kind extends ScanKind>(kind: Kind, scans: Scans) => {
	const rejected = { result: 'rejected', reason: { kind: 'wrong' } } as const;
	return {
		kind,
		most: 1,
		formProblem: (answer) => ('scanned' in answer ? undefined : { kind: 'foreign' }),
		startEnrolment: (_account, _owned, context) => scans.open(kind, context),
		enrolmentPrompt: (_account, { ticket, expiresAt }) => scans.prompt(ticket, expiresAt),
		async finishEnrolment({ ticket }): Promise<Verdict<ScannedIdentity>> {
			const identity = await scans.confirmedBy(ticket);
			return identity === undefined ? rejected : { result: 'accepted', next: identity };
		},
		startChallenge: (_owned, context) => scans.open(kind, context),
		challengePrompt: ({ ticket, expiresAt }) => scans.prompt(ticket, expiresAt),
		async verify(credential, { ticket }): Promise<Verdict<ScannedIdentity>> {
			const identity = await scans.confirmedBy(ticket);
			return identity?.subject === credential.subject ? { result: 'accepted', next: identity } : rejected;
		},
		lookup: ({ subject }) => scanLookup(kind, subject),
		target: ({ name }) => name,
		isWorthKeeping: async ({ ticket, expiresAt }) => {
			const { state } = await scans.prompt(ticket, expiresAt);
			return state === 'waiting' || state === 'opened' || state === 'confirmed';
		},
		unready: async ({ ticket }) => ((await scans.confirmedBy(ticket)) === undefined ? 'not-confirmed' : undefined),
	} satisfies Factor<ScannedIdentity, ScanPending, ScanPending, ScanPrompt, ScanPrompt>;
};
