import type { LiveCheck, RefusalReason } from '@mailward/shared/contract/client-passwords.ts';
import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import type { StoredClientPassword, StoredUse } from './client-password-store.ts';

/** A mail app of the account that was refused. */
export interface RefusedClient extends StoredUse {
	readonly reason: RefusalReason;
}

type Leg = NonNullable<LiveCheck['incoming']>;

const incoming: ReadonlySet<MailProtocol> = new Set(['imap', 'pop3']);
const outgoing: ReadonlySet<MailProtocol> = new Set(['submission']);

/**
 * How far the set-up of a mail app has come: it ticks for a sign-in with this very password, and warns while a refusal is
 * the latest that is known. `refused`: since the password was made, newest first.
 */
export const liveCheckOf = <Seen extends Omit<Extract<Leg, { state: 'passed' }>, 'state'>>(
	{ protocols, uses }: Pick<StoredClientPassword, 'protocols' | 'uses'>,
	refused: readonly RefusedClient[],
	view: (use: StoredUse) => Seen,
): LiveCheck => {
	const leg = (half: ReadonlySet<MailProtocol>): Leg | null => {
		if (!protocols.some((protocol) => half.has(protocol))) return null;
		const passed = uses.find(({ protocol }) => half.has(protocol));
		// Once it works, another mail app of the account that does not is the doctor's business.
		if (passed !== undefined) return { state: 'passed', ...view(passed) };
		const last = refused.find(({ protocol }) => half.has(protocol));
		return last === undefined ? { state: 'waiting' } : { state: 'refused', reason: last.reason, ...view(last) };
	};
	return { incoming: leg(incoming), outgoing: leg(outgoing) };
};
