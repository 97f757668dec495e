import { z } from 'zod';

/** What the page may show while an authenticator app is being connected. */
export const totpEnrolmentPrompt = z.object({
	/** `otpauth://totp/...`, the content of the QR code. */
	uri: z.string(),
	/** Base32 (RFC 4648) without padding; shown in groups of four. */
	secret: z.string(),
});

/** A challenge of this kind has nothing to show. */
export const totpChallengePrompt = z.object({});

export type TotpEnrolmentPrompt = z.infer<typeof totpEnrolmentPrompt>;
