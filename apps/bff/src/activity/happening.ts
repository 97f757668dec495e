import type { ActivityEntry, ActivityEvent } from '@mailward/shared/contract/activity.ts';
import type { ClientInfo } from '../clients/client-info.ts';

/** What a letter says of an event and the list leaves out. */
interface InLettersOnly {
	/** `since`: when the mail app was first refused; ISO 8601. */
	'mail-app.stale': { readonly since: string };
}

/** What an event has beyond who, when and where. */
export type DetailsOf<E extends ActivityEvent> = Omit<
	Extract<ActivityEntry, { event: E }>,
	'id' | 'at' | 'event' | 'person' | 'client'
> &
	(E extends keyof InLettersOnly ? InLettersOnly[E] : unknown);

/** Who, and where from. */
export interface Doer {
	readonly accountId: string;
	/** Null where it is not known which person of a shared mailbox it is. */
	readonly personId: string | null;
	/** Null for what is done at the server. */
	readonly client: ClientInfo | null;
}

/**
 * Something that happens to an account. Never with a secret: it is shown in the list and sent by mail. A detail that the
 * event has in the contract and that is missing here does not compile.
 */
export type Happening<E extends ActivityEvent = ActivityEvent> = {
	[Each in E]: Doer & { readonly event: Each } & DetailsOf<Each>;
}[E];

/** What is told by mail, since that may be the only warning. A sign-in only from a device that is new. */
export const toldEvents = [
	'sign-in.passed',
	'sign-in.denied',
	'method.added',
	'method.replaced',
	'method.removed',
	'recovery-codes.made',
	'recovery-code.used',
	'trusted-device.copied',
	'client-password.made',
	'client-password.replaced',
	'client-password.changed',
	'mail-app.stale',
	'web-password.changed',
	'set-up-code.made',
	'person.joined',
	'person.removed',
] as const satisfies readonly ActivityEvent[];

export type ToldEvent = (typeof toldEvents)[number];

export const isTold = (happening: Happening): happening is Happening<ToldEvent> =>
	toldEvents.some((event) => event === happening.event);
