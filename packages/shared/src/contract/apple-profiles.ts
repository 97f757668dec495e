import { z } from 'zod';
import { profileApps } from '../mail-apps.ts';
import { clientPasswordView, clientPasswordWishes, idempotencyKey } from './client-passwords.ts';

/** How it stands with a link, for whoever made it. */
const progress = z.discriminatedUnion('state', [
	z.object({ state: z.literal('waiting') }),
	/** The profile has been fetched, and the password in it made with it. */
	z.object({ state: z.literal('fetched'), clientPassword: clientPasswordView }),
	z.object({ state: z.literal('expired') }),
]);

/** How it stands with a link, for whoever opens it. */
export const profileLinkView = z.discriminatedUnion('state', [
	z.object({
		state: z.literal('ready'),
		/** Whose mail it sets up. */
		address: z.string(),
		/** What the client password in it is called. */
		name: z.string(),
		expiresAt: z.iso.datetime(),
	}),
	/** Used, too late, taken back, or never there: told apart by nothing. */
	z.object({ state: z.literal('gone') }),
]);

export type ProfileProgress = z.infer<typeof progress>;
export type ProfileLinkView = z.infer<typeof profileLinkView>;

const id = z.string().max(64);

/**
 * Links by which an iPhone, an iPad or a Mac sets itself up: good once, for ten minutes. The client password is made when
 * the profile is fetched (`POST /profile`, a plain form), and exists in that profile only.
 */
export const appleProfilesContract = {
	'POST /api/apple-profiles': {
		requires: [['recently-verified']],
		body: clientPasswordWishes.extend({ app: z.enum(profileApps), idempotencyKey }),
		response: z.object({ id: z.string(), url: z.string(), expiresAt: z.iso.datetime() }),
		errors: [
			'client_password.name_invalid',
			'client_password.end_invalid',
			'client_password.limit_reached',
			'client_password.factor_needed',
		],
	},
	'GET /api/apple-profiles/{id}/progress': {
		requires: [['signed-in']],
		params: z.object({ id }),
		response: progress,
		errors: ['request.not_found'],
	},
	'GET /api/apple-profiles/{id}/events': {
		requires: [['signed-in']],
		params: z.object({ id }),
		events: progress,
		errors: ['request.not_found'],
	},
	'POST /api/apple-profiles/open': {
		requires: [['nobody']],
		body: z.object({ ticket: z.string().max(64) }),
		response: profileLinkView,
		errors: [],
	},
} as const;
