import { type LineConnection, NoDialogue } from './connection.ts';
import { type Dialogue, exchangeLines, saslLines, type Verdict } from './dialogue.ts';

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** The answer to the command of this tag; what comes before it is handed to `untagged`. */
const tagged = async (
	connection: LineConnection,
	tag: string,
	untagged: (line: string) => void = () => undefined,
): Promise<string> => {
	for (;;) {
		const line = await connection.readLine();
		if (line.startsWith(`${tag} `)) return line.slice(tag.length + 1);
		untagged(line);
	}
};

const verdictOf = (answer: string): Verdict => {
	if (/^OK\b/i.test(answer)) return 'accepted';
	return /\[(UNAVAILABLE|SERVERBUG|INUSE|LIMIT)\]|^BAD internal/i.test(answer) ? 'temporary' : 'refused';
};

/** IMAP (RFC 9051; AUTHENTICATE LOGIN is in no standard, and offered by many). */
export const imap: Dialogue = {
	ways: { own: 'LOGIN', PLAIN: 'AUTHENTICATE PLAIN', LOGIN: 'AUTHENTICATE LOGIN' },
	async greet(connection) {
		const line = await connection.readLine();
		if (!line.startsWith('* OK')) throw new NoDialogue(`no IMAP server: ${line.slice(0, 80)}`);
		return line;
	},
	async offer(connection) {
		const words = new Set<string>();
		connection.writeLine('a CAPABILITY');
		await tagged(connection, 'a', (line) => {
			const [star, name, ...rest] = line.toUpperCase().split(' ');
			if (star === '*' && name === 'CAPABILITY') for (const word of rest) words.add(word);
		});
		return {
			startTls: words.has('STARTTLS'),
			own: !words.has('LOGINDISABLED'),
			mechanisms: new Set([...words].filter((word) => word.startsWith('AUTH=')).map((word) => word.slice(5))),
		};
	},
	async agreeOnTls(connection) {
		connection.writeLine('b STARTTLS');
		return /^OK\b/i.test(await tagged(connection, 'b'));
	},
	async signIn(connection, way, credentials) {
		if (way === 'own') {
			connection.writeLine(`c LOGIN ${quoted(credentials.user)} ${quoted(credentials.password)}`);
			return verdictOf(await tagged(connection, 'c'));
		}
		const answer = async () => {
			for (;;) {
				const line = await connection.readLine();
				if (line.startsWith('+')) return { goOn: true, text: line };
				if (line.startsWith('c ')) return { goOn: false, text: line.slice(2) };
			}
		};
		const lines = saslLines(way, credentials);
		return verdictOf(await exchangeLines(connection, `c AUTHENTICATE ${way}`, lines, answer));
	},
};
