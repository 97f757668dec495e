/**
 * What a person can prove themselves with. Registries are mapped types over `FactorKind`: a kind missing from one does
 * not compile.
 */
export const factorKinds = ['totp', 'sms', 'wechat', 'dingtalk', 'passkey', 'recovery'] as const;

export type FactorKind = (typeof factorKinds)[number];

/** The verification methods: with one of these set up, two-factor is on. Recovery codes only stand in for them. */
export const methodKinds = ['totp', 'sms', 'wechat', 'dingtalk', 'passkey'] as const satisfies readonly FactorKind[];

export type MethodKind = (typeof methodKinds)[number];

export const isMethodKind = (kind: FactorKind): kind is MethodKind => kind !== 'recovery';

/** Methods by which a phone reads a QR code and confirms in its own app. */
export const scanKinds = ['wechat', 'dingtalk'] as const satisfies readonly MethodKind[];

export type ScanKind = (typeof scanKinds)[number];

export const isScanKind = (kind: FactorKind): kind is ScanKind => scanKinds.some((each) => each === kind);
