import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import type { RandomBytes } from '../crypto/random.ts';
import type { Clock } from '../time/clock.ts';
import type { Factor } from './factor.ts';
import { createPasskeyFactor } from './passkey/passkey-factor.ts';
import type { RelyingParty } from './passkey/relying-party.ts';
import { createRecoveryFactor } from './recovery/recovery-factor.ts';
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
}): FactorRegistry => ({
	totp: asFactor(createTotpFactor(parts.clock, parts.random)),
	passkey: asFactor(createPasskeyFactor(parts.relyingParty, parts.random)),
	recovery: asFactor(createRecoveryFactor(parts.random, parts.recoveryFingerprint)),
});
