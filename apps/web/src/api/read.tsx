import { focusManager, QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Answer, call, type EndpointName, type Request } from './call.ts';
import { type Problem, problemOf } from './problem.ts';

/** The endpoints that only read and need nothing to do so. */
type Readable = {
	[K in EndpointName]: K extends `GET ${string}` ? (unknown extends Request<K> ? K : never) : never;
}[EndpointName];

// A window beside another one is never hidden: what is done in the one is looked for as soon as the other has the focus.
focusManager.setEventListener((look) => {
	const back = () => look();
	window.addEventListener('visibilitychange', back);
	window.addEventListener('focus', back);
	return () => {
		window.removeEventListener('visibilitychange', back);
		window.removeEventListener('focus', back);
	};
});

/** Everything read beneath this component is forgotten with it: give it a `key` of the person who reads. */
export const ReadScope = ({ children }: { children: ReactNode }) => {
	const [client] = useState(
		() => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 2000, networkMode: 'always' } } }),
	);
	return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
};

interface Reading<T> {
	readonly data: T | undefined;
	readonly problem: Problem | undefined;
	readonly again: () => void;
}

interface Condition {
	/** False where this person may not ask: then nothing is asked and nothing known. */
	readonly when: boolean;
}

/** What the server says to one `GET` of the contract, kept fresh when the window comes back. */
export const useRead = <K extends Readable>(endpoint: K, { when }: Condition = { when: true }): Reading<Answer<K>> => {
	const query = useQuery({
		enabled: when,
		queryKey: [endpoint],
		queryFn: () => (call as (endpoint: K) => Promise<Answer<K>>)(endpoint),
	});
	return {
		data: query.data,
		problem: query.isError && query.data === undefined ? problemOf(query.error) : undefined,
		again: () => void query.refetch(),
	};
};

/** How to say that something read before is no longer so. Resolves once it has been read anew. */
export const useForget = () => {
	const client = useQueryClient();
	return (endpoint: Readable) => {
		const named = { queryKey: [endpoint] };
		// What nobody is looking at is dropped, so that the next page does not show it for a moment; the rest is replaced in place.
		client.removeQueries({ ...named, type: 'inactive' });
		return client.invalidateQueries(named);
	};
};
