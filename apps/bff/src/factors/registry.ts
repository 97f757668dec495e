import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { RandomBytes } from '../crypto/random.ts';
import type { Clock } from '../time/clock.ts';
import type { Factor } from './factor.ts';
import { createTotpFactor } from './totp/totp-factor.ts';

/** Every verification method this server knows. A kind without a line here does not compile. */
export type FactorRegistry = { readonly [Kind in FactorKind]: Factor };

/**
 * A factor's own types end here: what a kind stored comes back, unsealed, to the same kind and to no other, so the rules
 * that handle all kinds need not know them.
 */
const asFactor = <Credential, Pending, EnrolmentPrompt, ChallengePrompt>(
	factor: Factor<Credential, Pending, EnrolmentPrompt, ChallengePrompt>,
): Factor => factor as unknown as Factor;

export const createFactorRegistry = (clock: Clock, random: RandomBytes): FactorRegistry => ({
	totp: asFactor(createTotpFactor(clock, random)),
});
