import type { ChallengeAnswer } from '@mailward/shared/contract/challenges.ts';
import type { EnrolmentAnswer } from '@mailward/shared/contract/enrolments.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';

type Awaitable<T> = T | Promise<T>;

/** What a person gives for proof. */
export type FactorAnswer = ChallengeAnswer | EnrolmentAnswer;

/**
 * What a verification method is to the server. Factors are pure: no database, no HTTP, no session. Others spend the
 * attempts, store what comes back and promote the session.
 */
export interface Factor<
	Credential = unknown,
	EnrolmentPending = unknown,
	ChallengePending = unknown,
	EnrolmentPrompt = unknown,
	ChallengePrompt = unknown,
> {
	readonly kind: FactorKind;
	/**
	 * What is wrong with the form of an answer, whatever the secret: known before an attempt is spent, so that a slip of
	 * the finger costs none. The other verbs are given well-formed answers only.
	 */
	formProblem(answer: FactorAnswer): FormProblem | undefined;
	/** `owned`: what the person has of this kind already. */
	startEnrolment(account: FactorAccount, owned: readonly Credential[]): Awaitable<EnrolmentPending>;
	/** What the page may show of an enrolment under way; the same again after a reload. */
	enrolmentPrompt(account: FactorAccount, pending: EnrolmentPending): EnrolmentPrompt;
	finishEnrolment(pending: EnrolmentPending, answer: FactorAnswer): Awaitable<Verdict<Credential>>;
	startChallenge(credentials: readonly Credential[]): Awaitable<ChallengePending>;
	challengePrompt(pending: ChallengePending): ChallengePrompt;
	verify(credential: Credential, pending: ChallengePending, answer: FactorAnswer): Awaitable<Verdict<Credential>>;
	/** By what a credential is found when nobody has said whose it is; unique. */
	lookup?(credential: Credential): string;
}

export interface FactorAccount {
	/** Canonical address. */
	readonly address: string;
	/** What people call it, or the person of a shared mailbox; may be empty. */
	readonly name: string;
	/** Names the person for ever, and tells nothing about them. */
	readonly personId: string;
}

/**
 * `accepted` carries the credential as it must be stored from now on (last used step, counter, spent code): the caller
 * compares and swaps on a version, which settles replay and races for every factor.
 */
export type Verdict<Credential> =
	| { readonly result: 'accepted'; readonly next: Credential }
	| { readonly result: 'rejected'; readonly reason: Rejection };

export type FormProblem =
	| { readonly kind: 'code'; readonly reason: 'empty' | 'short' | 'long' | 'not-digits' }
	| { readonly kind: 'recovery-code' }
	/** An answer of another method's form. */
	| { readonly kind: 'foreign' };

export type Rejection =
	| { readonly kind: 'wrong' }
	/** Right, and used up; `nextIn` milliseconds until there is a new one. */
	| { readonly kind: 'just-used'; readonly nextIn: number }
	/** Right for another time; `offset` milliseconds, positive when the device is ahead. Only ever said at enrolment. */
	| { readonly kind: 'clock-off'; readonly offset: number };
