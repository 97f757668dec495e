import type { MethodView } from '@mailward/shared/contract/enrolments.ts';

const time = (at: string | null): number => (at === null ? 0 : Date.parse(at));

/**
 * The one that sign-in shows first, by the server's rule: the one that was chosen, else what was used last, else the
 * newest; of those that can be used.
 */
export const shownFirst = (methods: readonly MethodView[]): MethodView | undefined =>
	methods
		.filter(({ allowed, disabled }) => allowed && !disabled)
		.toSorted(
			(one, other) =>
				Number(other.default) - Number(one.default) ||
				time(other.lastUsedAt) - time(one.lastUsedAt) ||
				time(other.createdAt) - time(one.createdAt),
		)[0];
