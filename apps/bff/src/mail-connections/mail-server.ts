/** What came of asking mail servers to end an account's connections. */
export type EndOutcome = { readonly result: 'ended' } | { readonly result: 'failed'; readonly why: string };

/** The mail servers that can be told to end the connections of an account. Never rejects. */
export interface MailServerConnections {
	/** `address`: canonical. */
	end(address: string): Promise<EndOutcome>;
}
