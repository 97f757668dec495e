/** Browsers and places, as they are told wherever something was done from. */
export const clients = {
	both: '{browser} on {system}',
	unknown: 'Unknown browser',
	placed: '{place} ({address})',
} as const;
