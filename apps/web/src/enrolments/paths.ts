import type { FactorKind } from '@mailward/shared/factors/kinds.ts';

export const steps = ['intro', 'connect', 'test', 'done'] as const;
export type Step = (typeof steps)[number];

interface Place {
	readonly kind: FactorKind;
	/** Set-up is due: the person can go nowhere else until it is done. */
	readonly due: boolean;
}

/** The address of each step of the wizard; `search` (what it replaces, where the person was going) goes with every one. */
export const stepPath = ({ kind, due }: Place, step: Step, search: string): string => {
	const intro = due ? '/set-up' : `/security/methods/${kind}/set-up`;
	if (step === 'intro') return intro + search;
	return `${due ? `/set-up/${kind}` : intro}/${step}${search}`;
};
