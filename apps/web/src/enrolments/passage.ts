import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import { useLocation } from 'react-router-dom';
import { toMethodKind } from '../factors/registry.ts';

/** What one step of the wizard leaves to the next in the browser's history, so that a reload finds it as well. */
export interface Passage {
	/** The method that has just been set up; null where that was at another time. */
	readonly kind: MethodKind | null;
	/** Recovery codes are part of this set-up. */
	readonly recovery: boolean;
	/** Somebody has joined those who use a shared mailbox, for which two-factor is on already. */
	readonly joined: boolean;
}

/** What the step before left here; `undefined` for who came by the address alone. */
export const passageIn = (left: unknown): Passage | undefined => {
	if (typeof left !== 'object' || left === null || !('kind' in left) || !('recovery' in left)) return undefined;
	const kind = typeof left.kind === 'string' ? toMethodKind(left.kind) : undefined;
	return { kind: kind ?? null, recovery: left.recovery === true, joined: 'joined' in left && left.joined === true };
};

export const usePassage = (): Passage | undefined => passageIn(useLocation().state);
