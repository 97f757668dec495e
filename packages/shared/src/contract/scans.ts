import { z } from 'zod';
import { scanKinds } from '../factors/kinds.ts';
import { scanProblem } from '../factors/scan-prompts.ts';
import { clientView } from './client.ts';

const kind = z.enum(scanKinds);
/** What the scan is for. */
const purpose = z.enum(['sign-in', 're-verification', 'set-up']);
/** The page that shows the code is open in this very browser: afterwards it is the place to go back to. */
const here = z.boolean();

/** What a phone that has scanned a code is to show. */
export const scanView = z.discriminatedUnion('state', [
	/** Opened in another app than the one it is for. */
	z.object({ state: z.literal('outside'), kind, here }),
	/** The phone goes to `url`, where the app's platform says who holds it. */
	z.object({ state: z.literal('authorise'), kind, url: z.string() }),
	z.object({
		state: z.literal('confirm'),
		kind,
		purpose,
		/** Whose account, from which browser and place, since when. */
		address: z.string(),
		client: clientView,
		startedAt: z.iso.datetime(),
		/** What the platform calls the phone's person; empty where it does not say. */
		name: z.string(),
		here,
	}),
	/** `number`: to be typed on the page, to finish a set-up; null where none is asked for. */
	z.object({ state: z.literal('confirmed'), kind, purpose, here, number: z.string().nullable() }),
	z.object({ state: z.literal('denied'), kind, purpose }),
	z.object({ state: z.literal('refused'), kind, purpose, problem: scanProblem }),
	/** Too late, used, ended by its owner, or never there: told apart by nothing. */
	z.object({ state: z.literal('expired') }),
]);

export type ScanView = z.infer<typeof scanView>;

const ticket = z.string().max(64);

/**
 * What the phone does that has scanned a code. Nobody is signed in there: its own cookie ties the steps together, and who
 * holds it, its platform says (OAuth 2.0, RFC 6749).
 */
export const scansContract = {
	/** As often as wanted: a reload shows where it stands. */
	'POST /api/scans/open': {
		requires: [['nobody']],
		body: z.object({ ticket }),
		response: scanView,
		errors: [],
	},
	/** What the platform sent the phone back with; without `code` where its person said no. */
	'POST /api/scans/identify': {
		requires: [['nobody']],
		body: z.object({ state: z.string().max(128), code: z.string().max(512).optional() }),
		response: z.object({ ticket: z.string().nullable(), view: scanView }),
		errors: [],
	},
	'POST /api/scans/answer': {
		requires: [['nobody']],
		body: z.object({ ticket, answer: z.enum(['confirm', 'deny']) }),
		response: scanView,
		errors: [],
	},
} as const;
