import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { type MethodKind, methodKinds } from '@mailward/shared/factors/kinds.ts';
import { isElsewhere } from '../factors/registry.ts';

/** What a person has of one kind, and whether they may set up (more of) it. */
export interface ShownKind {
	readonly kind: MethodKind;
	readonly methods: readonly MethodView[];
	readonly allowed: boolean;
}

/**
 * Every kind there is with the methods of it, in the order in which kinds are offered. Those that need somebody else's
 * service may not be there at all, and then nothing is said of them.
 */
export const kindsShown = (methods: readonly MethodView[], allowed: readonly MethodKind[]): ShownKind[] =>
	methodKinds
		.map((kind) => ({
			kind,
			methods: methods.filter((method) => method.kind === kind),
			allowed: allowed.includes(kind),
		}))
		.filter((shown) => shown.allowed || shown.methods.length > 0 || !isElsewhere(shown.kind));

/** How many kinds are set up, of those that can be: a kind that is no longer allowed counts while it is still there. */
export const kindsCount = (kinds: readonly ShownKind[]): { readonly used: number; readonly all: number } => ({
	used: kinds.filter(({ methods }) => methods.length > 0).length,
	all: kinds.filter(({ methods, allowed }) => allowed || methods.length > 0).length,
});

/** The kind to begin with: the first that is allowed. */
export const firstKind = (allowed: readonly MethodKind[]): MethodKind =>
	methodKinds.find((kind) => allowed.includes(kind)) ?? methodKinds[0];
