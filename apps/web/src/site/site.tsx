import type { SiteView } from '@mailward/shared/contract/site.ts';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { createRemote, type Snapshot, useRemote } from '../api/remote.ts';

const SiteContext = createContext<Snapshot<SiteView>>({ value: undefined, problem: undefined });

/** What the organisation is called, its help desk and its mail servers: asked for once, and again when the network returns. */
export const SiteProvider = ({ children }: { children: ReactNode }) => {
	const [remote] = useState(() => createRemote(() => call('GET /api/site')));
	const site = useRemote(remote);
	const known = site.value !== undefined;
	useEffect(() => {
		if (known) return;
		const refresh = () => void remote.refresh();
		refresh();
		window.addEventListener('online', refresh);
		return () => window.removeEventListener('online', refresh);
	}, [remote, known]);
	return <SiteContext value={site}>{children}</SiteContext>;
};

/** `undefined` until it has been learned; screens keep the room for it meanwhile. */
export const useSite = (): SiteView | undefined => useContext(SiteContext).value;
