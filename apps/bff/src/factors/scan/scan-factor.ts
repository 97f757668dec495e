import { normaliseCode } from '@mailward/shared/factors/code.ts';
import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { ScanPrompt } from '@mailward/shared/factors/scan-prompts.ts';
import { sameText } from '../../crypto/fingerprint.ts';
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

const identityOf = ({ subject, name }: ScannedIdentity): ScannedIdentity => ({ subject, name });

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
		async finishEnrolment({ ticket }, answer): Promise<Verdict<ScannedIdentity>> {
			const confirmed = await scans.confirmedBy(ticket);
			if (confirmed === undefined) return rejected;
			const typed = 'number' in answer ? normaliseCode(answer.number ?? '') : '';
			// Anybody who has photographed the code can confirm it; only who holds the phone that did can read its number.
			if (!sameText(typed, confirmed.number)) return { result: 'rejected', reason: { kind: 'wrong-number' } };
			return { result: 'accepted', next: identityOf(confirmed) };
		},
		startChallenge: (_owned, context) => scans.open(kind, context),
		challengePrompt: ({ ticket, expiresAt }) => scans.prompt(ticket, expiresAt),
		async verify(credential, { ticket }): Promise<Verdict<ScannedIdentity>> {
			const confirmed = await scans.confirmedBy(ticket);
			if (confirmed?.subject !== credential.subject) return rejected;
			return { result: 'accepted', next: identityOf(confirmed) };
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
