import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import type { SessionState } from '@mailward/shared/session-state.ts';
import { useLocation } from 'react-router-dom';
import { toMethodKind } from '../factors/registry.ts';

/** Why a method has to be set up. */
export type SetUpReason = NonNullable<Extract<SessionState, { state: 'awaiting-set-up' }>['reason']>;

const reasons = ['required', 'invited', 'reset'] as const satisfies readonly SetUpReason[];

/** What one step of the wizard leaves to the next in the browser's history, so that a reload finds it as well. */
export interface Passage {
	/** The method that has just been set up; null where that was at another time. */
	readonly kind: MethodKind | null;
	/** Recovery codes are part of this set-up. */
	readonly recovery: boolean;
	/** Why it was due; null where it was a person's own choice, or that is no longer known. */
	readonly reason: SetUpReason | null;
}

/** What the step before left here; `undefined` for who came by the address alone. */
export const passageIn = (left: unknown): Passage | undefined => {
	if (typeof left !== 'object' || left === null || !('kind' in left) || !('recovery' in left)) return undefined;
	const kind = typeof left.kind === 'string' ? toMethodKind(left.kind) : undefined;
	const reason = 'reason' in left ? reasons.find((each) => each === left.reason) : undefined;
	return { kind: kind ?? null, recovery: left.recovery === true, reason: reason ?? null };
};

export const usePassage = (): Passage | undefined => passageIn(useLocation().state);
