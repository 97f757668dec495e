import { z } from 'zod';

/** A code on its way to a phone. */
const sending = z.object({
	/** The last two digits of the number. */
	ending: z.string(),
	sentAt: z.iso.datetime(),
	/** Until when its code is good. */
	expiresAt: z.iso.datetime(),
	/**
	 * What is known of it. `sending`: a gateway is being asked; `uncertain`: no gateway answered in time, so it may come or
	 * not; `undelivered`: the operator could not hand it over; `failed`: it was never sent.
	 */
	state: z.enum(['sending', 'sent', 'uncertain', 'delivered', 'undelivered', 'failed']),
});

/** From when another may be sent; in the past or null where it may be sent now. */
const resendAt = z.iso.datetime().nullable();

export const smsEnrolmentPrompt = z.object({
	/** Only mobile numbers of mainland China are sent to. */
	mainlandOnly: z.boolean(),
	/** The number that the newest code was sent to, E.164; null before there is one. */
	number: z.string().nullable(),
	sending: sending.nullable(),
	resendAt,
});

export const smsChallengePrompt = z.object({
	/** Where a code can be sent to: one number, but for a shared mailbox whose person is not known yet. */
	numbers: z.array(
		z.object({
			id: z.string(),
			ending: z.string(),
			/** The person of a shared mailbox; empty otherwise. */
			name: z.string(),
			resendAt,
		}),
	),
	/** The newest one of this challenge. */
	sending: sending.nullable(),
});

export type SmsEnrolmentPrompt = z.infer<typeof smsEnrolmentPrompt>;
export type SmsChallengePrompt = z.infer<typeof smsChallengePrompt>;
