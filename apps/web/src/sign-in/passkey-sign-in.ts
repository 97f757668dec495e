import { call, type Request } from '../api/call.ts';
import { signWithPasskey, withdrawCeremony } from '../factors/passkey/ceremony.ts';
import type { CeremonyEnd } from '../factors/passkey/ceremony-end.ts';

export type PasskeyProof = Request<'POST /api/sign-in/passkey'>['body'];

/**
 * Asks for any passkey of this site, until `until` is aborted: something else was chosen, or the page is left.
 *
 * @param autofill only offers them in the list at the account field.
 * @throws ApiError where the server gives nothing to sign.
 */
export const askForPasskey = async (
	now: () => number,
	until: AbortSignal,
	autofill: boolean,
): Promise<{ readonly proof: PasskeyProof } | { readonly end: CeremonyEnd }> => {
	const { ticket, options } = await call('POST /api/sign-in/passkey/options');
	if (until.aborted) return { end: 'withdrawn' };
	// Once it is asked for, another ceremony ends it as well.
	until.addEventListener('abort', withdrawCeremony, { once: true });
	const ceremony = await signWithPasskey(options, now, autofill);
	until.removeEventListener('abort', withdrawCeremony);
	return 'answer' in ceremony ? { proof: { ticket, assertion: ceremony.answer } } : ceremony;
};
