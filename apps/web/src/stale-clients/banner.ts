import type { StaleClientView } from '@mailward/shared/contract/stale-clients.ts';
import type { MailApp } from '@mailward/shared/mail-apps.ts';
import { likelyMailApp } from '../clients/short-app-name.ts';

/** So many are told of at once; the others wait behind "n more". */
export const atOnce = 3;

/** Who tried last comes first: it is the one its person has in their hand. */
export const inOrder = (clients: readonly StaleClientView[]): StaleClientView[] =>
	[...clients].sort((a, b) => b.lastAt.localeCompare(a.lastAt));

/** What mends it: a client password of the app's own, or another setting of the one that it uses. */
export type Remedy = { readonly by: 'new-password'; readonly app: MailApp | undefined } | { readonly by: 'change' };

export const remedyFor = ({ reason, client }: Pick<StaleClientView, 'reason' | 'client'>): Remedy => {
	switch (reason) {
		case 'web-password':
		case 'deleted':
			return { by: 'new-password', app: likelyMailApp(client.browser) };
		case 'expired':
		case 'not-allowed':
			return { by: 'change' };
	}
};
