import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';

/** How one verification takes the place of another: the same method again, another one, or the one to show first. */
export const useStarting = (onChallenge: (challenge: ChallengeView) => unknown) => {
	const [asked, setAsked] = useState<FactorKind>();
	const starting = useAct(async (kind?: FactorKind) => {
		setAsked(kind);
		await onChallenge(await call('POST /api/challenges', { body: kind === undefined ? {} : { kind } }));
	});
	return {
		...starting,
		/** Which kind was asked for last. */
		asked,
	};
};

export type Starting = ReturnType<typeof useStarting>;
