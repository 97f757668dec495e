import { z } from 'zod';

/** Somebody who uses a shared mailbox with methods and client passwords of their own. */
export const personView = z.object({
	id: z.string(),
	/** Empty for the one who was there before people had names. */
	name: z.string(),
	/** The one who reads the list. */
	current: z.boolean(),
	/** How many methods this person has set up. */
	methods: z.number().int(),
	clientPasswords: z.number().int(),
	createdAt: z.iso.datetime(),
	/** Last use of any of their methods. */
	lastUsedAt: z.iso.datetime().nullable(),
});

/** Somebody who has been invited and has not set anything up yet. */
export const invitationView = z.object({ id: z.string(), name: z.string(), expiresAt: z.iso.datetime() });

export type PersonView = z.infer<typeof personView>;
export type InvitationView = z.infer<typeof invitationView>;

/** The people of a shared mailbox. Where the account is one person's, all of this is `request.not_found`. */
export const peopleContract = {
	'GET /api/people': {
		requires: [['signed-in']],
		response: z.object({ people: z.array(personView), invitations: z.array(invitationView), limit: z.number().int() }),
		errors: [],
	},
	/** Invites somebody. The code is in this one answer only; it opens nothing but their own set-up, once. */
	'POST /api/people': {
		requires: [['recently-verified']],
		body: z.object({ name: z.string().max(400) }),
		response: invitationView.extend({ code: z.string() }),
		errors: ['person.name_invalid', 'person.name_taken', 'person.limit_reached', 'person.factor_needed'],
	},
	/** Renames oneself; anybody else is `request.not_found`. */
	'PUT /api/people/{id}': {
		requires: [['recently-verified']],
		params: z.object({ id: z.string().max(64) }),
		body: z.object({ name: z.string().max(400) }),
		errors: ['person.name_invalid', 'person.name_taken'],
	},
	/** Removes a person with all that is theirs, or takes an invitation back. Touches nobody else. */
	'DELETE /api/people/{id}': {
		requires: [['recently-verified']],
		params: z.object({ id: z.string().max(64) }),
		errors: ['person.last'],
	},
} as const;
