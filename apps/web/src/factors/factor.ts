import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { EnrolmentView } from '@mailward/shared/contract/enrolments.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { ComponentType, ReactNode } from 'react';
import type { IconName } from '../ui/icon.tsx';

/** What a person gives for proof, as the contract takes it. */
export interface Answer {
	readonly code: string;
}

/** What came of the last answer, in words. */
export interface AnswerProblem {
	readonly text: string;
	/** A new object for each attempt: the same words may be said again, in another language too. */
	readonly cause: object;
	/** The answer itself was at fault, not the way it travelled. */
	readonly wrong: boolean;
}

interface Answering {
	readonly submit: (answer: Answer) => void;
	/** An answer is on its way. */
	readonly busy: boolean;
	readonly problem: AnswerProblem | undefined;
}

/** The face of a method at sign-in and wherever else a person confirms that it is they. */
export interface ChallengeProps<K extends FactorKind = FactorKind> extends Answering {
	readonly prompt: Extract<ChallengeView, { kind: K }>['prompt'];
}

/** The face of a method while it is set up, one step at a time; the wizard around it owns the steps and the requests. */
export type SetUpProps<K extends FactorKind = FactorKind> =
	| { readonly step: 'intro' }
	| {
			readonly step: 'connect';
			readonly prompt: Extract<EnrolmentView, { kind: K }>['prompt'];
			/** The address of the account it is set up for. */
			readonly account: string;
			/** How long the prompt stays good, in words that count down. */
			readonly timeLeft: ReactNode;
			/** What takes the place of the prompt once it is no longer good. */
			readonly expired: ReactNode | undefined;
	  }
	| ({ readonly step: 'test' } & Answering);

/** A method's two faces. Neither fetches anything. */
export interface Faces<K extends FactorKind = FactorKind> {
	readonly icon: IconName;
	readonly Challenge: ComponentType<ChallengeProps<K>>;
	readonly SetUp: ComponentType<SetUpProps<K>>;
}
