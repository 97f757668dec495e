import { type MailProtocol, mailProtocols } from '@mailward/shared/mail-apps.ts';
import type { Wishes } from './wishes.ts';

/**
 * One intent to have a client password. It lives in the state of its entry in the browser's history, so it survives a
 * reload and comes back with Back and Forward; the secret is never in it, nor a link that leads to one.
 */
export interface Intent {
	/** Makes a retry after a lost answer, and another link, take the same place again. */
	readonly idempotencyKey: string;
	readonly wishes: Wishes;
	/** Id of the password that was generated and has been shown; null before. */
	readonly made: string | null;
	/** Id of the link by which a device sets itself up; null where there is none. */
	readonly link: string | null;
}

const known: ReadonlySet<unknown> = new Set(mailProtocols);
const isProtocol = (value: unknown): value is MailProtocol => known.has(value);
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

const toWishes = (value: unknown): Wishes | undefined => {
	if (typeof value !== 'object' || value === null) return undefined;
	const { name, protocols, expiresAt } = value as Partial<Record<keyof Wishes, unknown>>;
	if (typeof name !== 'string' || !isTextOrNull(expiresAt)) return undefined;
	if (!Array.isArray(protocols) || !protocols.every(isProtocol)) return undefined;
	return { name, protocols, expiresAt };
};

/** What a history entry's state says, or `undefined` where it says nothing of the kind. */
export const toIntent = (state: unknown): Intent | undefined => {
	if (typeof state !== 'object' || state === null) return undefined;
	const { idempotencyKey, wishes, made, link } = state as Partial<Record<keyof Intent, unknown>>;
	const wished = toWishes(wishes);
	if (typeof idempotencyKey !== 'string' || !wished || !isTextOrNull(made) || !isTextOrNull(link)) return undefined;
	return { idempotencyKey, wishes: wished, made, link };
};
