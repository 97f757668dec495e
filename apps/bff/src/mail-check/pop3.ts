import { type LineConnection, NoDialogue } from './connection.ts';
import { type Dialogue, exchangeLines, saslLines, type Verdict } from './dialogue.ts';

const isGood = (line: string) => line.startsWith('+OK');

const verdictOf = (answer: string): Verdict => {
	if (isGood(answer)) return 'accepted';
	return /^-ERR \[(SYS\/|IN-USE|LOGIN-DELAY)/i.test(answer) ? 'temporary' : 'refused';
};

const ask = (connection: LineConnection, command: string): Promise<string> => {
	connection.writeLine(command);
	return connection.readLine();
};

/** POP3 (RFC 1939, 2449, 2595, 5034). */
export const pop3: Dialogue = {
	ways: { own: 'USER and PASS', PLAIN: 'AUTH PLAIN', LOGIN: 'AUTH LOGIN' },
	async greet(connection) {
		const line = await connection.readLine();
		if (!isGood(line)) throw new NoDialogue(`no POP3 server: ${line.slice(0, 80)}`);
		return line;
	},
	async offer(connection, greeting) {
		const capabilities = new Map<string, readonly string[]>();
		if (isGood(await ask(connection, 'CAPA'))) {
			for (let line = await connection.readLine(); line !== '.'; line = await connection.readLine()) {
				const [name = '', ...rest] = line.toUpperCase().split(' ');
				capabilities.set(name, rest);
			}
		}
		// A time stamp in the greeting is what APOP is answered by.
		const apop = /<[^<>@ ]+@[^<>@ ]+>/.test(greeting) ? ['APOP'] : [];
		return {
			startTls: capabilities.has('STLS'),
			// A server that tells nothing of itself has it.
			own: capabilities.has('USER') || capabilities.size === 0,
			mechanisms: new Set([...(capabilities.get('SASL') ?? []), ...apop]),
		};
	},
	async agreeOnTls(connection) {
		return isGood(await ask(connection, 'STLS'));
	},
	async signIn(connection, way, credentials) {
		if (way === 'own') {
			const user = await ask(connection, `USER ${credentials.user}`);
			return verdictOf(isGood(user) ? await ask(connection, `PASS ${credentials.password}`) : user);
		}
		const answer = async () => {
			const text = await connection.readLine();
			return { goOn: /^\+( |$)/.test(text), text };
		};
		return verdictOf(await exchangeLines(connection, `AUTH ${way}`, saslLines(way, credentials), answer));
	},
};
