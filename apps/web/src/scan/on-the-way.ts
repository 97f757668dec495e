const slot = 'mailward-scan';

/**
 * Notes the ticket of a phone that goes to its platform, for the case that it comes back with nothing: interrupted, or
 * reloaded when the address no longer said anything. The ticket is what the QR code shows to everybody, no secret.
 */
export const noteTicket = (ticket: string): void => {
	try {
		sessionStorage.setItem(slot, ticket);
	} catch {
		// Storage is shut in this browser: an interruption then means to scan once more.
	}
};

export const notedTicket = (): string | undefined => {
	try {
		return sessionStorage.getItem(slot) ?? undefined;
	} catch {
		return undefined;
	}
};
