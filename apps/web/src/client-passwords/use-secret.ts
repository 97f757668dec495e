import type { CreatedClientPassword } from '@mailward/shared/contract/client-passwords.ts';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * The secret of a client password, for as long as this page stands. It is in no cache, no address and no storage: leaving
 * the page loses it, also where the browser would keep the page as a whole for Back.
 */
export const useSecret = () => {
	const [created, setCreated] = useState<CreatedClientPassword>();
	useEffect(() => {
		const lose = () => flushSync(() => setCreated(undefined));
		window.addEventListener('pagehide', lose);
		return () => window.removeEventListener('pagehide', lose);
	}, []);
	return [created, setCreated] as const;
};
