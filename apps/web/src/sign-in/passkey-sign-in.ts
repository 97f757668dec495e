import { call, type Request } from '../api/call.ts';
import { signWithPasskey, withdrawCeremony } from '../factors/passkey/ceremony.ts';
import type { CeremonyEnd } from '../factors/passkey/ceremony-end.ts';

export type PasskeyProof = Request<'POST /api/sign-in/passkey'>['body'];

/**
 * Asks for any passkey of this site.
 *
 * @param offer where the passkeys are only offered in the list at the account field: aborted when something else begins.
 * @throws ApiError where the server gives nothing to sign.
 */
export const askForPasskey = async (
	now: () => number,
	offer?: AbortSignal,
): Promise<{ readonly proof: PasskeyProof } | { readonly end: CeremonyEnd }> => {
	const { ticket, options } = await call('POST /api/sign-in/passkey/options');
	if (offer?.aborted) return { end: 'withdrawn' };
	// Once it is offered, another ceremony or leaving the page ends it.
	offer?.addEventListener('abort', withdrawCeremony, { once: true });
	const ceremony = await signWithPasskey(options, now, offer !== undefined);
	offer?.removeEventListener('abort', withdrawCeremony);
	return 'answer' in ceremony ? { proof: { ticket, assertion: ceremony.answer } } : ceremony;
};
