import { createBrowser } from '@mailward/bff/testing/browser.ts';
import { demoAddress, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import type { World } from '@mailward/sandbox/demo-world/world.ts';
import { mailProtocols } from '@mailward/shared/mail-apps.ts';
import type { MovableClock } from '../clock.ts';
import { wang } from './authenticator-app.ts';

/** The portal with wang signed in, without its pages: for journeys that are about mail servers. */
export interface PortalOfWang {
	/** A client password for everything. */
	makePassword(name: string): Promise<{ id: string; secret: string }>;
	deletePassword(id: string): Promise<void>;
	/** What the list tells of the mail apps that used it last, each as protocol and name. */
	usesOf(id: string): Promise<{ protocol: string; app: string }[]>;
}

export const portalOfWang = async (world: World, clock: MovableClock): Promise<PortalOfWang> => {
	const browser = createBrowser(world.app.public, world.origin);
	const body = { address: demoAddress('wang'), password: demoPassword('wang') };
	const state = await browser.must('POST /api/sign-in', { body });
	if (state.state !== 'awaiting-second-factor') throw new Error(`wang is ${state.state}`);
	await browser.must('POST /api/challenges/{id}/answer', {
		params: { id: state.challenge.id },
		body: { code: await wang.codeAt(clock.now()) },
	});
	return {
		async makePassword(name) {
			const wishes = { name, protocols: [...mailProtocols], expiresAt: null, app: null };
			const { id, secret } = await browser.must('POST /api/client-passwords', {
				body: { ...wishes, idempotencyKey: crypto.randomUUID() },
			});
			return { id, secret };
		},
		async deletePassword(id) {
			await browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
		},
		async usesOf(id) {
			const { clientPasswords } = await browser.must('GET /api/client-passwords');
			const uses = clientPasswords.find((each) => each.id === id)?.uses ?? [];
			return uses.map(({ protocol, client }) => ({ protocol, app: client.browser }));
		},
	};
};
