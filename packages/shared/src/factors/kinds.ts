/** The verification methods. Registries are mapped types over `FactorKind`: a kind missing from one does not compile. */
export const factorKinds = ['totp'] as const;

export type FactorKind = (typeof factorKinds)[number];
