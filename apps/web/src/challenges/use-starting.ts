import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';

interface Asked {
	readonly kind: FactorKind | undefined;
	readonly again: boolean;
}

/** How one verification takes the place of another: the same method again, another one, or the one to show first. */
export const useStarting = (onChallenge: (challenge: ChallengeView) => unknown) => {
	const [asked, setAsked] = useState<Asked>();
	const starting = useAct(async (next: Asked) => {
		setAsked(next);
		const { kind } = next;
		await onChallenge(await call('POST /api/challenges', { body: kind === undefined ? {} : { kind } }));
	});
	return {
		run: (kind?: FactorKind) => starting.run({ kind, again: false }),
		/** The method that is shown, anew. */
		again: (kind: FactorKind) => starting.run({ kind, again: true }),
		busy: starting.busy,
		problem: starting.problem,
		/** Which kind was asked for last. */
		asked: asked?.kind,
		/** What is shown came in the place of one of its own kind. */
		renewed: asked?.again === true && !starting.busy,
		/** Takes the same verification as it has become. */
		take: onChallenge,
	};
};

export type Starting = ReturnType<typeof useStarting>;
