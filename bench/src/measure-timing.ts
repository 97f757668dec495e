import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MailServers, startMailServers } from '@mailward/sandbox/mail-servers/mail-servers.ts';
import { type OpenDatabase, withFilled } from './filling.ts';
import { type Protocol, refusedLogin } from './mail-app.ts';
import { addressOf, domain, webPassword } from './material.ts';
import { startProduct } from './product-server.ts';
import type { Scale } from './scale.ts';
import { mailKey, mailPortBase, ports } from './settings.ts';

/** What right and wrong web passwords looked like from outside, at one door by one protocol. */
export interface TimingMeasured {
	readonly door: string;
	readonly protocol: Protocol;
	/** Milliseconds from the password to the refusal. */
	readonly right: readonly number[];
	readonly wrong: readonly number[];
	/** The different answers there were, byte for byte, of both together. */
	readonly answers: readonly string[];
}

const shuffled = <T>(all: readonly T[]): T[] =>
	all
		.map((each) => ({ each, place: Math.random() }))
		.toSorted((one, other) => one.place - other.place)
		.map(({ each }) => each);

/** As long as the right one, and no two alike: what somebody who guesses would send. */
const wrongPassword = (): string =>
	Array.from(webPassword, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(Math.random() * 26)]).join('');

const measureDoor = async (
	door: string,
	at: { protocol: Protocol; port: number },
	{ accounts, tries, connections }: Scale['timing'],
): Promise<TimingMeasured> => {
	const answers = new Set<string>();
	const times = { right: [] as number[], wrong: [] as number[] };
	const waiting = shuffled(
		Array.from({ length: 2 * tries }, (_, index) => ({
			kind: index % 2 === 0 ? ('right' as const) : ('wrong' as const),
			user: addressOf(Math.floor(index / 2) % accounts),
		})),
	);
	const keepAsking = async () => {
		for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
			const { time, answer } = await refusedLogin(at, next.user, next.kind === 'right' ? webPassword : wrongPassword());
			times[next.kind].push(time);
			answers.add(answer);
		}
	};
	await Promise.all(Array.from({ length: connections }, keepAsking));
	return { door, protocol: at.protocol, ...times, answers: [...answers] };
};

const measureDoors = async ({ ports: all }: MailServers, scale: Scale): Promise<TimingMeasured[]> => {
	const measured: TimingMeasured[] = [];
	for (const [door, at] of [
		['nginx', all.nginx],
		['Dovecot', all.dovecot],
	] as const) {
		for (const [protocol, port] of [
			['IMAP', at.imaps],
			['POP3', at.pop3s],
			['SMTP', at.submissions],
		] as const) {
			measured.push(await measureDoor(door, { protocol, port }, scale.timing));
		}
	}
	return measured;
};

/** Real mail servers that ask the product; `use` is given where they listen. */
const withMailServers = async <T>(use: (servers: MailServers) => Promise<T>): Promise<T> => {
	const folder = mkdtempSync(join(tmpdir(), 'mailward-bench-mail-'));
	// Their processes run as other users.
	chmodSync(folder, 0o755);
	try {
		const servers = await startMailServers({
			folder,
			authority: new URL(`http://127.0.0.1:${ports.internal}`),
			mailKey,
			portBase: mailPortBase,
			masterUser: 'bench',
			masterPassword: 'never-used-in-the-bench',
			domain,
			// Nobody gets in, so nothing is sent.
			postOfficePort: 9,
			doveadmKey: 'neverused',
		});
		return await use(servers).finally(() => servers.stop());
	} finally {
		rmSync(folder, { recursive: true });
	}
};

/** Whether the web password is right, asked of real mail servers by those whom it no longer lets in. */
export const measureTiming = (open: OpenDatabase, scale: Scale): Promise<TimingMeasured[]> => {
	const { accounts } = scale.timing;
	return withFilled(open, { accounts, signIns: 0, scans: 0, webPasswords: accounts }, async (database, data) => {
		const product = await startProduct({ data, databaseUrl: database.databaseUrl });
		try {
			return await withMailServers((servers) => measureDoors(servers, scale));
		} finally {
			await product.stop();
		}
	});
};
