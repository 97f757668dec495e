import { z } from 'zod';

/** The codes as they are shown until the person says that they are saved: `xxxxx-xxxxx`, ten of them. */
export const recoveryEnrolmentPrompt = z.object({ codes: z.array(z.string()) });

/** A challenge of this kind has nothing to show. */
export const recoveryChallengePrompt = z.object({});

export type RecoveryEnrolmentPrompt = z.infer<typeof recoveryEnrolmentPrompt>;
