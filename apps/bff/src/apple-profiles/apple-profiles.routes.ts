import { mailAppsTopic } from '../client-passwords/mail-apps-topic.ts';
import type { Forms } from '../http/forms.ts';
import type { Handlers } from '../http/serve.ts';
import type { AppleProfiles } from './apple-profiles.ts';

type Keys =
	| 'POST /api/apple-profiles'
	| 'GET /api/apple-profiles/{id}/progress'
	| 'GET /api/apple-profiles/{id}/events'
	| 'POST /api/apple-profiles/open';

export const appleProfilesRoutes = (profiles: AppleProfiles): Handlers<Keys> => ({
	'POST /api/apple-profiles': ({ session, body }) => profiles.create(session, body),
	'GET /api/apple-profiles/{id}/progress': ({ session, params }) => profiles.progress(session, params.id),
	'GET /api/apple-profiles/{id}/events': async ({ session, params }) => {
		const read = () => profiles.progress(session, params.id);
		// Whoever asks for what is not theirs is refused before there is a stream.
		await read();
		return { topic: mailAppsTopic(session.accountId), tabsOf: session.familyId, read };
	},
	'POST /api/apple-profiles/open': ({ body }) => profiles.open(body.ticket),
});

/** What `randomId` makes. */
const ticketForm = /^[\w-]{22}$/;

/**
 * The one form: what it answers is for the device's settings, which no script could hand it to. Whatever goes wrong leads
 * back to the page, which sees for itself how it stands. `fileName` ends in `.mobileconfig`.
 */
export const profileForm = (profiles: AppleProfiles, fileName: string, onFailure: (error: unknown) => void): Forms => ({
	'/profile': async (post) => {
		const ticket = post.field('ticket') ?? '';
		if (!ticketForm.test(ticket)) return { goTo: '/profile/gone' };
		try {
			const file = await profiles.redeem(ticket, post);
			if (file === undefined) return { goTo: `/profile/${ticket}` };
			return { file, type: 'application/x-apple-aspen-config', name: fileName };
		} catch (error) {
			onFailure(error);
			return { goTo: `/profile/${ticket}` };
		}
	},
});
