import { z } from 'zod';

const inBothLanguages = z.object({ zh: z.string(), en: z.string() });
const mailServer = z.object({
	host: z.string(),
	port: z.number().int(),
	/** `tls`: TLS from the first byte (RFC 8314); `starttls`: upgraded on the way. */
	security: z.enum(['tls', 'starttls']),
});

/** What configuration says about the organisation; the same for everyone, before sign-in. */
export const siteView = z.object({
	organisation: inBothLanguages,
	/** The domain a bare name belongs to. */
	defaultDomain: z.string(),
	helpDesk: z.object({ phone: z.string(), hours: inBothLanguages, url: z.string() }),
	mail: z.object({ imap: mailServer, pop3: mailServer, submission: mailServer }),
	/** Where a forgotten password leads; empty when configuration names no such page. */
	forgottenPasswordUrl: z.string(),
	/** Whether mail of the notices can be sent; the pages promise none where it cannot. */
	notices: z.boolean(),
});

export type SiteView = z.infer<typeof siteView>;

export const siteContract = {
	'GET /api/site': { requires: [['nobody']], response: siteView, errors: [] },
} as const;
