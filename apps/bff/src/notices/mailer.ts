/** One message to one person. */
export interface Mail {
	/** Names the message for good: sent a second time it is recognised as the same. URL-safe characters. */
	readonly id: string;
	/** The address of an account. */
	readonly to: string;
	readonly subject: string;
	/** Plain text; lines end with `\n`. */
	readonly text: string;
}

/** Hands mail to the organisation's mail system. */
export interface Mailer {
	/** Rejects when the mail was not taken, for whatever reason, and when `stop` is aborted. */
	send(mail: Mail, stop: AbortSignal): Promise<void>;
}
