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
	/** How many of this kind a person may have. */
	readonly most: number;
	/** `owned`: what the person has of this kind already. */
	startEnrolment(
		account: FactorAccount,
		owned: readonly Credential[],
		context: FactorContext,
	): Awaitable<EnrolmentPending>;
	/** What the page may show of an enrolment under way, as it stands now; also after a reload. */
	enrolmentPrompt(account: FactorAccount, pending: EnrolmentPending): Awaitable<EnrolmentPrompt>;
	finishEnrolment(pending: EnrolmentPending, answer: FactorAnswer): Awaitable<Verdict<Credential>>;
	startChallenge(owned: readonly Owned<Credential>[], context: FactorContext): Awaitable<ChallengePending>;
	/** What the page may show of a challenge, as it stands now. */
	challengePrompt(pending: ChallengePending): Awaitable<ChallengePrompt>;
	verify(credential: Credential, pending: ChallengePending, answer: FactorAnswer): Awaitable<Verdict<Credential>>;
	/** By what a credential is found when nobody has said whose it is; unique. */
	lookup?(credential: Credential): string;
	/** What a credential leads to, as far as its owner's pages may show it: the end of a number, a platform's name. */
	target?(credential: Credential): string;
	/**
	 * Whether a challenge that was left for another method is worth coming back to. Without this verb it never is: a new one
	 * costs nothing.
	 */
	isWorthKeeping?(pending: ChallengePending): Awaitable<boolean>;
	/** What stands in the way of any answer, right or wrong: known before an attempt is spent. */
	unready?(pending: ChallengePending | EnrolmentPending): Awaitable<Unready | undefined>;
	/** Of a factor whose codes travel: draws the next one. */
	readonly codes?: {
		/** `typed`: where to, in the person's own hand. */
		ofEnrolment(pending: EnrolmentPending, typed: string, messageId: string): Draw<EnrolmentPending>;
		/** `to`: the credential whose owner it is for, as it is now. */
		ofChallenge(
			pending: ChallengePending,
			to: { readonly id: string; readonly credential: Credential },
			messageId: string,
		): Draw<ChallengePending>;
		/** What is left when codes have been seen to be over, so that a clock that steps back does not revive them. */
		withoutExpired<Pending extends ChallengePending | EnrolmentPending>(pending: Pending): Pending;
	};
}

/** One of the credentials that an answer may be for. */
export interface Owned<Credential> {
	readonly id: string;
	/** The person of a shared mailbox whose it is; empty otherwise. */
	readonly owner: string;
	readonly credential: Credential;
}

/** What a challenge or an enrolment belongs to. */
export interface FactorContext {
	/** Of the challenge or the enrolment. */
	readonly id: string;
	/** Of the browser's session. */
	readonly familyId: string;
	readonly accountId: string;
	/** Null where it is not known who of a shared mailbox it is. */
	readonly personId: string | null;
	readonly purpose: 'sign-in' | 're-verification' | 'set-up';
	/** The browser that asks. */
	readonly client: { readonly browser: string; readonly system: string; readonly address: string };
}

/** A code to be sent, and what is pending from then on; or why none is. */
export type Draw<Pending> =
	| { readonly result: 'drawn'; readonly pending: Pending; readonly number: string; readonly code: string }
	| { readonly result: 'refused'; readonly reason: 'empty' | 'invalid' | 'not-mainland' | 'not-available' };

export type Unready = 'code-expired' | 'not-confirmed';

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
	/** Of a phone that confirmed: not the number that it shows. */
	| { readonly kind: 'wrong-number' }
	/** Right, and too old. */
	| { readonly kind: 'expired' }
	/** Right for another time; `offset` milliseconds, positive when the device is ahead. Only ever said at enrolment. */
	| { readonly kind: 'clock-off'; readonly offset: number };
