import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import type { RandomBytes } from '../crypto/random.ts';
import type { Clock } from '../time/clock.ts';
import type { Factor } from './factor.ts';
import { createPasskeyFactor } from './passkey/passkey-factor.ts';
import type { RelyingParty } from './passkey/relying-party.ts';
import { createRecoveryFactor } from './recovery/recovery-factor.ts';
import { createScanFactor } from './scan/scan-factor.ts';
import type { Scans } from './scan/scans.ts';
import { createSmsFactor } from './sms/sms-factor.ts';
import type { Texts } from './sms/texts.ts';
import { createTotpFactor } from './totp/totp-factor.ts';

/** Every verification method this server knows. A kind without a line here does not compile. */
export type FactorRegistry = { readonly [Kind in FactorKind]: Factor };

/**
 * A factor's own types end here: what a kind stored comes back, unsealed, to the same kind and to no other, so the rules
 * that handle all kinds need not know them.
 */
const asFactor = <Credential, EnrolmentPending, ChallengePending, EnrolmentPrompt, ChallengePrompt>(
	factor: Factor<Credential, EnrolmentPending, ChallengePending, EnrolmentPrompt, ChallengePrompt>,
): Factor => factor as unknown as Factor;

export const createFactorRegistry = (parts: {
	clock: Clock;
	random: RandomBytes;
	/** Keyed hash for recovery codes. */
	recoveryFingerprint: Fingerprint;
	relyingParty: RelyingParty;
	texts: Texts;
	/** Whether texts go to mobile numbers of mainland China only. */
	mainlandOnly: boolean;
	scans: Scans;
}): FactorRegistry => ({
	totp: asFactor(createTotpFactor(parts.clock, parts.random)),
	sms: asFactor(createSmsFactor(parts)),
	wechat: asFactor(createScanFactor('wechat', parts.scans)),
	dingtalk: asFactor(createScanFactor('dingtalk', parts.scans)),
	passkey: asFactor(createPasskeyFactor(parts.relyingParty, parts.random)),
	recovery: asFactor(createRecoveryFactor(parts.random, parts.recoveryFingerprint)),
});
