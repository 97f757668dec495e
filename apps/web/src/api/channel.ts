/** How a page learns what happens elsewhere. */
export type Channel =
	/** Told by an event stream; `interruptions` counts since it last told anything. */
	| { readonly by: 'stream'; readonly interruptions: number }
	/** By asking again and again, where no stream comes through. */
	| { readonly by: 'asking' }
	/** There is nothing left to learn. */
	| { readonly by: 'nothing' };

/**
 * `told`: news came; `interrupted`: the stream broke off, and the browser opens it again; `shut`: it was refused or stays
 * silent; `over`: the server knows no more of it.
 */
export type Incident = 'told' | 'interrupted' | 'shut' | 'over';

/** After so many interruptions on end, something on the way does not let streams through. */
const mostInterruptions = 2;

/** `streams`: this browser knows event streams at all. */
export const firstChannel = (streams: boolean): Channel =>
	streams ? { by: 'stream', interruptions: 0 } : { by: 'asking' };

/** The channel after something has happened to it. */
export const channelAfter = (channel: Channel, incident: Incident): Channel => {
	if (incident === 'over') return { by: 'nothing' };
	if (channel.by !== 'stream') return channel;
	switch (incident) {
		case 'told':
			return { by: 'stream', interruptions: 0 };
		case 'interrupted': {
			const interruptions = channel.interruptions + 1;
			return interruptions < mostInterruptions ? { by: 'stream', interruptions } : { by: 'asking' };
		}
		case 'shut':
			// Asking tells why.
			return { by: 'asking' };
	}
};
