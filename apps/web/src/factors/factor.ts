import type { ChallengeAnswer, ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { EnrolmentAnswer, EnrolmentView } from '@mailward/shared/contract/enrolments.ts';
import type { FactorKind, MethodKind } from '@mailward/shared/factors/kinds.ts';
import type { ComponentType, ReactNode } from 'react';
import type { PlainKey, Translate } from '../locales/translate.ts';
import type { IconName } from '../ui/icon.tsx';

/** What came of the last answer, in words. */
export interface AnswerProblem {
	readonly text: string;
	/** A new object for each attempt: the same words may be said again, in another language too. */
	readonly cause: object;
	/** The answer itself was at fault, not the way it travelled. */
	readonly wrong: boolean;
}

interface Answering<A> {
	readonly submit: (answer: A) => void;
	/** An answer is on its way. */
	readonly busy: boolean;
	readonly problem: AnswerProblem | undefined;
}

/** How to get another prompt in the place of this one. */
export interface Renewal {
	readonly run: () => void;
	readonly busy: boolean;
}

/**
 * What methods may ask for that wait for something elsewhere: a text on its way, a phone that scans. Their prompt changes
 * by itself meanwhile. They ask; the requests are sent by what is around them.
 */
interface Elsewhere {
	/** The server's time, in ms since the epoch. */
	readonly now: () => number;
	/** Has a code sent: to one of the prompt's numbers by its id, and while it is set up, to a number as typed. */
	readonly sending: {
		readonly run: (number: string) => void;
		readonly busy: boolean;
		/** What came of the last one, if nothing good; `wrong`: the number is at fault. */
		readonly problem: AnswerProblem | undefined;
	};
	/** `done`: this prompt has just come that way, and the button that was pressed for it is gone. */
	readonly renewal: Renewal & { readonly done: boolean };
}

/** The face of a method at sign-in and wherever else a person confirms that it is they. */
export interface ChallengeProps<K extends FactorKind = FactorKind> extends Answering<ChallengeAnswer>, Elsewhere {
	readonly prompt: Extract<ChallengeView, { kind: K }>['prompt'];
	/** What the person's methods of this kind are called; none where they gave the only one no name. */
	readonly names: readonly string[];
	/** They have not got it with them: shows what else there is. */
	readonly onElsewhere: (() => void) | undefined;
}

/** A step of a method's own, between the introduction and what all methods share. Each has an address. */
export type OwnStep = 'connect' | 'test' | 'create' | 'number' | 'scan';

/** What stands around the face of such a step. */
export interface StepWords {
	readonly name: OwnStep;
	readonly title: PlainKey;
	/** On the way to the step after it; the last one goes on by its answer. */
	readonly next?: PlainKey;
	/** Its face takes the whole width, not that of a form. */
	readonly wide?: true;
	/** Its face ends with the way back beside the button that answers. */
	readonly ends?: true;
}

interface Prompted<K extends FactorKind> {
	readonly prompt: Extract<EnrolmentView, { kind: K }>['prompt'];
}

/** What is connected in one step is tested in a later one. */
export interface ConnectProps<K extends FactorKind = FactorKind> extends Prompted<K> {
	/** The address of the account it is set up for. */
	readonly account: string;
	/** Several people may connect with what one of them sets up: nobody of the shared mailbox has anything yet. */
	readonly shared: boolean;
	/** How long the prompt stays good, in words that count down; nothing once it is no longer good. */
	readonly timeLeft: ReactNode;
	/** Set once the prompt is no longer good: how to get another one. */
	readonly renewal: Renewal | undefined;
}

/** The step whose answer makes the method count. */
export interface ProveProps<K extends FactorKind = FactorKind>
	extends Prompted<K>,
		Answering<Exclude<EnrolmentAnswer, { saved: true }>>,
		Elsewhere {
	/** The field for the method's name; it belongs into the form of the answer. */
	readonly nameField: ReactNode;
	/** Whether that field is in order; where it is not, says so there. */
	readonly isNamed: () => boolean;
	/** The way back. A face that does not end with it has it below itself. */
	readonly back: ReactNode;
}

/** The last thing about recovery codes: they are saved. */
export interface SaveProps extends Prompted<'recovery'>, Answering<{ readonly saved: true }> {
	readonly account: string;
}

interface Faces<K extends FactorKind> {
	readonly icon: IconName;
	readonly Challenge: ComponentType<ChallengeProps<K>>;
}

/** The faces of a method, one for each step of setting it up; the wizard around them owns the steps and the requests. */
export interface MethodFaces<K extends MethodKind = MethodKind> extends Faces<K> {
	/** All but the last connect; the last one proves. */
	readonly steps: readonly [StepWords, ...StepWords[]];
	readonly Intro: ComponentType;
	/** Shown at `connect`, by methods that have that step. */
	readonly Connect?: ComponentType<ConnectProps<K>>;
	/** Shown at the last of its steps. */
	readonly Prove: ComponentType<ProveProps<K>>;
	/** Why this browser cannot set it up, if so. */
	readonly unsupported: () => PlainKey | undefined;
	/** What one is called at first, where that goes without asking. */
	readonly firstName?: (t: Translate) => string | undefined;
}

export interface RecoveryFaces extends Faces<'recovery'> {
	readonly Save: ComponentType<SaveProps>;
}
