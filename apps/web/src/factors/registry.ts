import { type FactorKind, factorKinds } from '@mailward/shared/factors/kinds.ts';
import { lazy } from 'react';
import type { Faces } from './factor.ts';

/** Every method there is; a kind without its faces does not compile. Each face is fetched when it is first shown. */
export const factors: { readonly [K in FactorKind]: Faces<K> } = {
	totp: {
		icon: 'totp',
		Challenge: lazy(() => import('./totp/challenge.tsx').then(({ Challenge }) => ({ default: Challenge }))),
		SetUp: lazy(() => import('./totp/set-up.tsx').then(({ SetUp }) => ({ default: SetUp }))),
	},
};

/** The kind that a part of an address names, if any. */
export const toFactorKind = (part: string | undefined): FactorKind | undefined =>
	factorKinds.find((kind) => kind === part);
