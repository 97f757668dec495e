import type { FactorKind } from '@mailward/shared/factors/kinds.ts';

/**
 * What a verification method is to the server. Factors are pure: no database, no HTTP, no session. Others spend the
 * attempts, store what comes back and promote the session.
 */
export interface Factor<Credential = unknown, Pending = unknown, EnrolmentPrompt = unknown, ChallengePrompt = unknown> {
	readonly kind: FactorKind;
	/**
	 * What is wrong with the form of an answer, whatever the secret: known before an attempt is spent, so that a slip of
	 * the finger costs none. The other verbs are given well-formed answers only.
	 */
	formProblem(answer: string): FormProblem | undefined;
	startEnrolment(account: FactorAccount): { readonly pending: Pending; readonly prompt: EnrolmentPrompt };
	/** Rebuilds the prompt of an enrolment under way, for a reload of the page. */
	enrolmentPrompt(account: FactorAccount, pending: Pending): EnrolmentPrompt;
	finishEnrolment(pending: Pending, answer: string): Verdict<Credential>;
	startChallenge(credentials: readonly Credential[]): { readonly pending: unknown; readonly prompt: ChallengePrompt };
	verify(credential: Credential, pending: unknown, answer: string): Verdict<Credential>;
}

export interface FactorAccount {
	/** Canonical address. */
	readonly address: string;
}

/**
 * `accepted` carries the credential as it must be stored from now on (last used step, counter, spent code): the caller
 * compares and swaps on a version, which settles replay and races for every factor.
 */
export type Verdict<Credential> =
	| { readonly result: 'accepted'; readonly next: Credential }
	| { readonly result: 'rejected'; readonly reason: Rejection };

export type FormProblem = 'empty' | 'short' | 'long' | 'not-digits';

export type Rejection =
	| { readonly kind: 'wrong' }
	/** Right, and used up; `nextIn` milliseconds until there is a new one. */
	| { readonly kind: 'just-used'; readonly nextIn: number }
	/** Right for another time; `offset` milliseconds, positive when the device is ahead. Only ever said at enrolment. */
	| { readonly kind: 'clock-off'; readonly offset: number };
