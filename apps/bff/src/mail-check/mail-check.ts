import { type LineConnection, NoDialogue, openConnection, type Trust } from './connection.ts';
import type { Credentials, Dialogue, Offer, Verdict, Way } from './dialogue.ts';
import { imap } from './imap.ts';
import type { Listener } from './listeners.ts';
import { pop3 } from './pop3.ts';
import { smtp } from './smtp.ts';

export type Security = 'none' | 'STARTTLS' | 'TLS';

/** `untried`: the password was not sent, because it would have gone through a network in the clear. */
export type Outcome = Verdict | 'not offered' | 'untried';

/** What one way in does with the two passwords of the canary. */
export interface Tried {
	readonly security: Security;
	/** As an administrator knows it: `AUTHENTICATE PLAIN`. */
	readonly way: string;
	/** Whether the server says that it can be used. */
	readonly offered: boolean;
	readonly web: Outcome;
	readonly client: Outcome;
}

export interface CheckedListener {
	readonly listener: Listener;
	readonly tried: readonly Tried[];
	/** Mechanisms offered that Mailward cannot decide, or does not. */
	readonly foreign: readonly string[];
	/** Why there is no more to tell; undefined when all was tried. */
	readonly problem: string | undefined;
}

export interface Canary {
	readonly address: string;
	readonly webPassword: string;
	readonly clientPassword: string;
}

const dialogues: Readonly<Record<Listener['protocol'], Dialogue>> = { imap, pop3, smtp };
const allWays = ['own', 'PLAIN', 'LOGIN'] as const satisfies readonly Way[];

interface Stage {
	readonly connection: LineConnection;
	readonly offer: Offer;
}

/**
 * Tries both passwords on every way in of a listener, each on a connection of its own. `patience`: how long one of them may
 * take, in ms.
 */
export const checkListener = async (
	listener: Listener,
	canary: Canary,
	{ trust, patience }: { trust: Trust; patience: number },
): Promise<CheckedListener> => {
	const dialogue = dialogues[listener.protocol];
	const foreign = new Set<string>();
	const tried: Tried[] = [];

	/** Connects, goes up to the security that is wanted, and closes whatever becomes of it. */
	const at = async <T>(security: Security, act: (stage: Stage) => Promise<T>): Promise<T> => {
		const connection = await openConnection({ ...listener, tls: security === 'TLS' }, trust, patience);
		try {
			const greeting = await dialogue.greet(connection);
			let offer = await dialogue.offer(connection, greeting);
			if (security === 'STARTTLS') {
				if (!(await dialogue.agreeOnTls(connection))) throw new NoDialogue('STARTTLS is offered and then refused');
				await connection.startTls();
				offer = await dialogue.offer(connection, '');
			}
			for (const name of offer.mechanisms) if (name !== 'PLAIN' && name !== 'LOGIN') foreign.add(name);
			return await act({ connection, offer });
		} finally {
			connection.close();
		}
	};

	const isOffered = (offer: Offer, way: Way) => (way === 'own' ? offer.own : offer.mechanisms.has(way));

	const tryOne = (security: Security, way: Way, credentials: Credentials): Promise<Outcome> =>
		at(security, async ({ connection, offer }) => {
			// A password that nobody may see travels in the clear on this machine only.
			if (security === 'none' && !connection.loopback) return isOffered(offer, way) ? 'untried' : 'not offered';
			const verdict = await dialogue.signIn(connection, way, credentials);
			// Also what is not offered is tried: a server may take what it does not mention.
			return verdict === 'refused' && !isOffered(offer, way) ? 'not offered' : verdict;
		});

	const trySecurity = async (security: Security): Promise<void> => {
		const offer = await at(security, async (stage) => stage.offer);
		for (const way of allWays) {
			const name = dialogue.ways[way];
			if (name === undefined) continue;
			const { address: user, webPassword, clientPassword } = canary;
			const [web, client] = await Promise.all([
				tryOne(security, way, { user, password: webPassword }),
				tryOne(security, way, { user, password: clientPassword }),
			]);
			tried.push({ security, way: name, offered: isOffered(offer, way), web, client });
		}
	};

	const run = async (): Promise<void> => {
		if (listener.tls) return trySecurity('TLS');
		const { startTls } = await at('none', async (stage) => stage.offer);
		await trySecurity('none');
		if (startTls) await trySecurity('STARTTLS');
	};

	let problem: string | undefined;
	try {
		await run();
	} catch (error) {
		if (!(error instanceof NoDialogue)) throw error;
		problem = error.message;
	}
	return { listener, tried, foreign: [...foreign].sort(), problem };
};
