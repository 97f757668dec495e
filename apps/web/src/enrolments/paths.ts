import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import type { OwnStep } from '../factors/factor.ts';
import { factors } from '../factors/registry.ts';

/** The steps of setting a method up: an introduction, those of its own, and what all have in common. */
export type Step = 'intro' | OwnStep | 'recovery' | 'done';

/** The steps for one method, in their order. `recovery`: the person has no recovery codes yet. */
export const stepsOf = (kind: MethodKind, recovery: boolean): Step[] => [
	'intro',
	...factors[kind].steps.map(({ name }) => name),
	...(recovery ? (['recovery'] as const) : []),
	'done',
];

interface Place {
	readonly kind: MethodKind;
	/** Set-up is due: the person can go nowhere else until it is done. */
	readonly due: boolean;
}

/** What remains once a method counts has an address of its own: it is there whichever method it was. */
const afterDue: Partial<Record<Step, string>> = { recovery: '/set-up/recovery-codes', done: '/set-up/done' };

/** The address of each step of the wizard; `search` (what it replaces, where the person was going) goes with every one. */
export const stepPath = ({ kind, due }: Place, step: Step, search: string): string => {
	const intro = due ? `/set-up/${kind}` : `/security/methods/${kind}/set-up`;
	if (step === 'intro') return intro + search;
	return ((due ? afterDue[step] : undefined) ?? `${intro}/${step}`) + search;
};
