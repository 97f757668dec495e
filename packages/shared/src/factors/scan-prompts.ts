import { z } from 'zod';

/** Why a phone that scanned could not be the one. */
export const scanProblem = z.enum([
	/** Its app belongs to somebody else. */
	'wrong-person',
	/** Its app is bound to another account already. */
	'bound-elsewhere',
	/** Its DingTalk belongs to another organisation. */
	'foreign-organisation',
	/** WeChat showed the page in its preview mode, in which nobody is known. */
	'preview-mode',
	/** The person did not let the app say who they are. */
	'cancelled',
	/** The app's platform did not answer. */
	'platform-failed',
]);

/** A QR code and what has become of it. The same for setting up and for signing in. */
export const scanPrompt = z.object({
	/** `PUBLIC_ORIGIN/scan/TICKET`, the content of the QR code. */
	url: z.string(),
	/** Until when it can be scanned and confirmed. */
	expiresAt: z.iso.datetime(),
	/** `opened`: a phone has scanned it, and its person is asked. */
	state: z.enum(['waiting', 'opened', 'confirmed', 'denied', 'expired']),
	/** What was wrong with the last phone that tried; the code stays good. */
	problem: scanProblem.nullable(),
	/**
	 * The phone that confirmed. `showsNumber`: it shows a number that finishes the set-up when it is typed on the page, so
	 * that nobody else's phone is taken for the person's own.
	 */
	phone: z.object({ system: z.string(), name: z.string(), showsNumber: z.boolean() }).nullable(),
});

export type ScanProblem = z.infer<typeof scanProblem>;
export type ScanPrompt = z.infer<typeof scanPrompt>;
