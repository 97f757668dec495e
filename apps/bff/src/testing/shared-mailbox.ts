import { second } from '../time/clock.ts';
import type { Authenticator } from './authenticator.ts';
import type { Browser } from './browser.ts';
import type { TestApp } from './test-app.ts';

/** Somebody of a shared mailbox, in a browser that is signed in and freshly verified. */
export interface Member {
	readonly id: string;
	readonly browser: Browser;
	readonly authenticator: Authenticator;
}

/** A mailbox that several people use. */
export interface SharedMailbox {
	readonly address: string;
	/** Who set two-factor up for it. */
	readonly first: Member;
	/** Invites somebody; the code that opens their set-up. */
	invite(name: string): Promise<{ id: string; code: string }>;
	/** A browser that has shown the mailbox's password and the code of an invitation. */
	redeem(code: string): Promise<Browser>;
	/** Somebody who was invited and has set an authenticator app up. */
	join(name: string): Promise<Member>;
}

export const createSharedMailbox = async (app: TestApp): Promise<SharedMailbox> => {
	const { address, browser, authenticator } = await app.addPersonWithTotp({ kind: 'shared' });
	const account = await app.app.accounts.find(address);
	const first = { id: account.id, browser, authenticator };
	const invite: SharedMailbox['invite'] = (name) => {
		// People are listed in the order of their coming.
		app.clock.advance(second);
		return browser.must('POST /api/people', { body: { name } });
	};
	const redeem: SharedMailbox['redeem'] = async (code) => {
		const one = await app.passwordStep(address);
		await one.must('POST /api/sign-in/invitation', { body: { code } });
		return one;
	};
	return {
		address,
		first,
		invite,
		redeem,
		async join(name) {
			const { id, code } = await invite(name);
			const one = await redeem(code);
			const own = await app.setUpTotp(one);
			await app.saveRecoveryCodes(one);
			return { id, browser: one, authenticator: own };
		},
	};
};
