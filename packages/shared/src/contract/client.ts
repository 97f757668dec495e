import { z } from 'zod';

/** Where something was done from. */
export const clientView = z.object({
	/** The browser's name, or the mail app's as far as it is known; may be empty. */
	browser: z.string(),
	/** The operating system's name; may be empty. */
	system: z.string(),
	/** Network address. */
	address: z.string(),
	/** The network's name by configuration or, where a location database is configured, the city; else null. */
	place: z.object({ zh: z.string(), en: z.string() }).nullable(),
});

export type ClientView = z.infer<typeof clientView>;
