import type { ClientPasswordView, LiveCheck } from '@mailward/shared/contract/client-passwords.ts';
import { useFollowing } from '../api/use-following.ts';

export type Checked = Pick<ClientPasswordView, 'id' | 'app' | 'protocols'>;

export interface LiveState {
	readonly check: LiveCheck;
	/** The server has said so; before, it is what there is to wait for. */
	readonly told: boolean;
	/** Nothing more is to be learned. */
	readonly over: boolean;
}

/** What is there to wait for before the server has said. */
const expected = (protocols: ClientPasswordView['protocols']): LiveCheck => ({
	incoming: protocols.includes('imap') || protocols.includes('pop3') ? { state: 'waiting' } : null,
	outgoing: protocols.includes('submission') ? { state: 'waiting' } : null,
});

/** How sign-ins with this very password go, as they happen. Give the component the password's id as its `key`. */
export const useLiveCheck = ({ id, protocols }: Checked): LiveState => {
	const { news, over } = useFollowing('/api/client-passwords/{id}', id, true);
	return { check: news ?? expected(protocols), told: news !== undefined, over: over !== undefined };
};

/** A mail app has signed in with it, to fetch or to send. */
export const anyPassed = ({ incoming, outgoing }: LiveCheck): boolean =>
	incoming?.state === 'passed' || outgoing?.state === 'passed';
