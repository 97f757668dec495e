import type { LineConnection } from './connection.ts';

export interface Credentials {
	readonly user: string;
	readonly password: string;
}

/** `temporary`: the server did not decide. */
export type Verdict = 'accepted' | 'refused' | 'temporary';

/** A way to give a password: a command of the protocol's own, or one of SASL's mechanisms. */
export type Way = 'own' | 'PLAIN' | 'LOGIN';

/** What a server says that it can do, before anybody has signed in. */
export interface Offer {
	readonly startTls: boolean;
	/** Whether the protocol's own command for names and passwords may be used. */
	readonly own: boolean;
	/** SASL mechanisms, in capitals; APOP is one of them here. */
	readonly mechanisms: ReadonlySet<string>;
}

/** How a protocol's servers are spoken to. Each function rejects with `NoDialogue` where the connection fails. */
export interface Dialogue {
	/** The ways that the protocol has, with the words that name them to an administrator. */
	readonly ways: Readonly<Partial<Record<Way, string>>>;
	/** Reads what the server says by itself. */
	greet(connection: LineConnection): Promise<string>;
	offer(connection: LineConnection, greeting: string): Promise<Offer>;
	/** False when the server does not agree. */
	agreeOnTls(connection: LineConnection): Promise<boolean>;
	signIn(connection: LineConnection, way: Way, credentials: Credentials): Promise<Verdict>;
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** What a client sends for a mechanism, one line for each time that the server asks it to go on (RFC 4616; LOGIN is older than that). */
export const saslLines = (mechanism: 'PLAIN' | 'LOGIN', { user, password }: Credentials): readonly string[] =>
	mechanism === 'PLAIN' ? [base64(`\0${user}\0${password}`)] : [base64(user), base64(password)];

/** Sends `first`, then each of `lines` while the server asks to go on; the answer that is no such question. */
export const exchangeLines = async (
	connection: LineConnection,
	first: string,
	lines: readonly string[],
	answer: () => Promise<{ goOn: boolean; text: string }>,
): Promise<string> => {
	connection.writeLine(first);
	for (const line of lines) {
		const { goOn, text } = await answer();
		if (!goOn) return text;
		connection.writeLine(line);
	}
	return (await answer()).text;
};
