import type { Answer, Browser } from './browser.ts';
import { createPasskey, type Forgery, type Passkey } from './passkey.ts';
import { origin as testOrigin } from './test-app.ts';

/** What people, and others, do with passkeys. */

/** Makes a passkey for the site at `origin` and sets it up, in a browser that may. */
export const setUpPasskey = async (browser: Browser, name?: string, origin = testOrigin): Promise<Passkey> => {
	const enrolment = await browser.must('POST /api/enrolments', { body: { kind: 'passkey' } });
	if (enrolment.kind !== 'passkey') throw new Error(`asked for a passkey, got ${enrolment.kind}`);
	const passkey = createPasskey(origin);
	const body = { attestation: passkey.attest(enrolment.prompt.options), ...(name !== undefined && { name }) };
	await browser.must('POST /api/enrolments/{id}/answer', { params: { id: enrolment.id }, body });
	return passkey;
};

/** Signs in without a password. */
export const signInByPasskey = async (browser: Browser, passkey: Passkey, forgery?: Forgery): Promise<Answer> => {
	const { ticket, options } = await browser.must('POST /api/sign-in/passkey/options');
	return browser.call('POST /api/sign-in/passkey', { body: { ticket, assertion: passkey.assert(options, forgery) } });
};

/** A challenge by passkey at the second step, or to confirm who it is. */
export const passkeyChallenge = async (browser: Browser) => {
	const challenge = await browser.must('POST /api/challenges', { body: { kind: 'passkey' } });
	if (challenge.kind !== 'passkey') throw new Error(`asked for a passkey, got ${challenge.kind}`);
	return { id: challenge.id, options: challenge.prompt.options };
};

/** Passes such a challenge, or tries to. */
export const answerByPasskey = async (browser: Browser, passkey: Passkey, forgery?: Forgery): Promise<Answer> => {
	const { id, options } = await passkeyChallenge(browser);
	const body = { assertion: passkey.assert(options, forgery) };
	return browser.call('POST /api/challenges/{id}/answer', { params: { id }, body });
};
