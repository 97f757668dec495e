import { z } from 'zod';
import { factorKinds } from '../factors/kinds.ts';
import { mailProtocols } from '../mail-apps.ts';
import { clientView } from './client.ts';
import { refusalReason } from './client-passwords.ts';

/** What a sign-in was passed with: `trusted-device` where no second step was asked. */
const means = z.enum(['password', 'trusted-device', ...factorKinds]);
const at = { id: z.string(), at: z.iso.datetime() };
const by = {
	/** Whoever of a shared mailbox did it; null where that is not known, and for an account of one person. */
	person: z.string().nullable(),
	/** Where from; null for what was done at the server. */
	client: clientView.nullable(),
};
const plain = <E extends string>(event: E) => z.object({ ...at, ...by, event: z.literal(event) });
const ofMethod = <E extends string>(event: E) => plain(event).extend({ method: z.enum(factorKinds), name: z.string() });
const named = <E extends string>(event: E) => plain(event).extend({ name: z.string() });

/** One thing that happened to an account. `name` is the name its person gave to what it is about. */
export const activityEntry = z.discriminatedUnion('event', [
	plain('sign-in.passed').extend({ means }),
	plain('sign-in.password-refused'),
	plain('sign-in.factor-refused').extend({ method: z.enum(factorKinds) }),
	/** On the phone somebody said that it was not them. `client` is where the sign-in comes from. */
	plain('sign-in.denied').extend({ method: z.enum(factorKinds) }),
	ofMethod('method.added'),
	ofMethod('method.replaced'),
	ofMethod('method.removed'),
	/** `name` is the new one. */
	ofMethod('method.renamed'),
	/** Shown first at sign-in from then on. */
	ofMethod('method.preferred'),
	plain('recovery-codes.made'),
	plain('recovery-code.used').extend({ left: z.number().int() }),
	plain('trusted-device.added'),
	plain('trusted-device.revoked'),
	/** A token that had been replaced came back: somebody has a copy of it. */
	plain('trusted-device.copied'),
	named('client-password.made'),
	named('client-password.replaced'),
	/** What it is for, how long it lasts or what it is called. */
	named('client-password.changed'),
	named('client-password.deleted'),
	/** A mail app signed in from a network it had not been seen in; `client.browser` is empty. */
	named('mail-app.new-network').extend({ protocol: z.enum(mailProtocols) }),
	/** A mail app goes on trying with a password that no longer opens the mailbox; `name` is a client password's, or empty. */
	named('mail-app.stale').extend({ protocol: z.enum(mailProtocols), reason: refusalReason.exclude(['wrong']) }),
	plain('web-password.changed'),
	plain('sessions.ended'),
	/** The help desk gave out a code to set up anew with. */
	plain('set-up-code.made'),
	named('person.invited'),
	named('person.joined'),
	named('person.removed'),
]);

export type ActivityEntry = z.infer<typeof activityEntry>;
export type ActivityEvent = ActivityEntry['event'];

export const activityContract = {
	/** Newest first; the last hundred. */
	'GET /api/activity': {
		requires: [['signed-in']],
		response: z.object({ entries: z.array(activityEntry) }),
		errors: [],
	},
} as const;
