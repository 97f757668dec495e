import { type LineConnection, NoDialogue } from './connection.ts';
import { type Dialogue, exchangeLines, saslLines, type Verdict } from './dialogue.ts';

/** All lines of one answer; each but the last has a dash after its code. */
const answerLines = async (connection: LineConnection): Promise<readonly string[]> => {
	const lines: string[] = [];
	do lines.push(await connection.readLine());
	while (/^\d{3}-/.test(lines.at(-1) ?? ''));
	return lines;
};

const verdictOf = (answer: string): Verdict => {
	if (answer.startsWith('2')) return 'accepted';
	return answer.startsWith('4') ? 'temporary' : 'refused';
};

const lastOf = async (connection: LineConnection): Promise<string> => (await answerLines(connection)).at(-1) ?? '';

/** Submission, or any SMTP server (RFC 5321, 3207, 4954). */
export const smtp: Dialogue = {
	ways: { PLAIN: 'AUTH PLAIN', LOGIN: 'AUTH LOGIN' },
	async greet(connection) {
		const line = await lastOf(connection);
		if (!line.startsWith('220')) throw new NoDialogue(`no SMTP server: ${line.slice(0, 80)}`);
		return line;
	},
	async offer(connection) {
		connection.writeLine('EHLO [127.0.0.1]');
		const words = (await answerLines(connection)).map((line) => line.slice(4).toUpperCase().split(/[ =]/));
		const mechanisms = words.filter(([name]) => name === 'AUTH').flatMap(([, ...rest]) => rest);
		return { startTls: words.some(([name]) => name === 'STARTTLS'), own: false, mechanisms: new Set(mechanisms) };
	},
	async agreeOnTls(connection) {
		connection.writeLine('STARTTLS');
		return (await lastOf(connection)).startsWith('220');
	},
	async signIn(connection, way, credentials) {
		if (way === 'own') return 'refused';
		const answer = async () => {
			const text = await lastOf(connection);
			return { goOn: text.startsWith('334'), text };
		};
		return verdictOf(await exchangeLines(connection, `AUTH ${way}`, saslLines(way, credentials), answer));
	},
};
