import type { StaleClientView } from '@mailward/shared/contract/stale-clients.ts';
import { type MailApp, type MailProtocol, mailProtocols } from '@mailward/shared/mail-apps.ts';
import { likelyMailApp } from '../clients/short-app-name.ts';

/** So many are told of at once; the others wait behind "n more". */
export const atOnce = 3;

/** Who tried last comes first: it is the one its person has in their hand. */
export const inOrder = (clients: readonly StaleClientView[]): StaleClientView[] =>
	[...clients].sort((a, b) => b.lastAt.localeCompare(a.lastAt));

/** One mail app as its person sees it: whatever it does there, by one protocol or by several. */
export interface StaleApp extends Omit<StaleClientView, 'protocol'> {
	readonly protocols: readonly MailProtocol[];
}

/** One may tell what it is when it fetches and say nothing when it sends; two that tell different things are two. */
const isOne = (a: StaleApp, b: StaleClientView): boolean =>
	a.client.address === b.client.address &&
	a.reason === b.reason &&
	a.name === b.name &&
	(a.client.browser === b.client.browser || a.client.browser === '' || b.client.browser === '');

const joined = (app: StaleApp, more: StaleClientView): StaleApp => {
	const beganFirst = app.firstAt < more.firstAt ? app : more;
	const triedLast = app.lastAt > more.lastAt ? app : more;
	return {
		...app,
		client: app.client.browser === '' ? more.client : app.client,
		protocols: mailProtocols.filter((each) => each === more.protocol || app.protocols.includes(each)),
		firstAt: beganFirst.firstAt,
		lastAt: triedLast.lastAt,
		tries: app.tries + more.tries,
	};
};

/** One for each app at an address and what is wrong with it, not one for each of its protocols. Keeps their order. */
export const byApp = (clients: readonly StaleClientView[]): readonly StaleApp[] => {
	const apps: StaleApp[] = [];
	for (const client of clients) {
		const at = apps.findIndex((app) => isOne(app, client));
		const before = apps[at];
		const { protocol, ...rest } = client;
		if (before) apps[at] = joined(before, client);
		else apps.push({ ...rest, protocols: [protocol] });
	}
	return apps;
};

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
