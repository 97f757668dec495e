import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { createKeys, readKeys } from '../crypto/keys.ts';
import { systemRandom } from '../crypto/random.ts';
import { openDatabase } from '../storage/database.ts';
import { migrate } from '../storage/migrate.ts';
import { sessionCookie } from '../testing/browser.ts';
import { type ServerProcess, startServerProcess } from '../testing/server-process.ts';
import { createSettableClock } from '../testing/settable-clock.ts';
import { createTestApp, mailKey, testConfig } from '../testing/test-app.ts';
import { minute } from '../time/clock.ts';

const kills = 50;
/** Client passwords that a person asks for at once when the power goes: room is left for a look at the limit. */
const intentsEachTime = 4;
const limit = 6;

const port = 9291;
const internalPort = 9292;
const origin = `http://localhost:${port}`;
const url = `http://127.0.0.1:${port}`;
const internalUrl = `http://127.0.0.1:${internalPort}`;

const folder = mkdtempSync(join(tmpdir(), 'mailward-crash-'));
let server: ServerProcess | undefined;
afterAll(async () => {
	await server?.kill();
	rmSync(folder, { recursive: true });
});

const settings = {
	MAILWARD_PUBLIC_ORIGIN: origin,
	MAILWARD_MAIL_KEY: mailKey,
	MAILWARD_DOMAINS: 'example.edu.cn',
	MAILWARD_DATA: folder,
	MAILWARD_PORT: String(port),
	MAILWARD_INTERNAL_PORT: String(internalPort),
	// Fifty starts: compiled once, by the first, which writes down what it compiled when it is stopped in order.
	NODE_COMPILE_CACHE: join(folder, 'compiled'),
};

/** A sequence of numbers in [0, 1) that is the same in every run (mulberry32). */
const seeded = (seed: number) => {
	let state = seed;
	return () => {
		state = (state + 0x6d_2b_79_f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
};

interface Person {
	readonly address: string;
	readonly token: string;
}

/** People with an authenticator app, signed in and freshly verified, before the server first starts. */
const addPeople = async (count: number): Promise<Person[]> => {
	createKeys(join(folder, 'keys.json'), systemRandom);
	const db = openDatabase({ file: join(folder, 'mailward.sqlite') });
	await migrate(db);
	const clock = createSettableClock();
	const app = createTestApp({
		db,
		keys: readKeys(join(folder, 'keys.json')),
		config: testConfig(settings),
		clock,
	});
	const people: Person[] = [];
	for (let number = 0; number < count; number += 1) {
		// Setting up moves the clock on a little, and a verification that is still to come counts for nothing.
		clock.set(Date.now() - minute);
		const { address, browser } = await app.addPersonWithTotp();
		people.push({ address, token: browser.token() ?? '' });
	}
	await db.destroy();
	return people;
};

/** A connection kept from before a kill would be found dead only when the next request is on it. */
const connection = { Connection: 'close' };
const cookieOf = ({ token }: Person) => ({ ...connection, Cookie: `${sessionCookie}=${token}` });

/** What the server acknowledged: the secret, a refusal, or nothing at all. */
const create = async (
	person: Person,
	idempotencyKey: string,
): Promise<{ secret: string } | { refused: number } | undefined> => {
	try {
		const response = await fetch(`${url}/api/client-passwords`, {
			method: 'POST',
			headers: { ...cookieOf(person), Origin: origin, 'Content-Type': 'application/json' },
			body: JSON.stringify({
				app: null,
				protocols: ['imap', 'pop3', 'submission'],
				expiresAt: null,
				name: 'Phone',
				idempotencyKey,
			}),
		});
		if (!response.ok) return { refused: response.status };
		return { secret: ((await response.json()) as { secret: string }).secret };
	} catch {
		return undefined;
	}
};

const opens = async (person: Person, password: string): Promise<boolean> => {
	const response = await fetch(`${internalUrl}/mail-login/dovecot`, {
		method: 'POST',
		headers: { ...connection, Authorization: `Bearer ${mailKey}`, 'Content-Type': 'application/json' },
		body: JSON.stringify({ user: person.address, password, service: 'imap', remoteAddress: '198.51.100.20' }),
	});
	return ((await response.json()) as { result: string }).result === 'accepted';
};

const countOf = async (person: Person): Promise<number> => {
	const response = await fetch(`${url}/api/client-passwords`, { headers: cookieOf(person) });
	return ((await response.json()) as { clientPasswords: unknown[] }).clientPasswords.length;
};

it('a server killed in the middle of creating client passwords keeps what it acknowledged, and counts nothing twice', async () => {
	const people = await addPeople(kills);
	const random = seeded(2026);
	await (await startServerProcess(settings, internalUrl)).stop();
	server = await startServerProcess(settings, internalUrl);
	/** The newest secret acknowledged for each intent, over all the kills. */
	const acknowledged: { person: Person; secret: string }[] = [];
	let lost = 0;
	let kept = 0;

	for (const person of people) {
		const intents = Array.from({ length: intentsEachTime }, () => crypto.randomUUID());
		const answers = intents.map((key) => create(person, key));
		// From before the first request arrives to after the last answer has left.
		await Promise.all(answers.slice(0, Math.floor(random() * (intentsEachTime + 1))));
		await delay(random() * 5);
		await server.kill();
		const before = await Promise.all(answers);
		server = await startServerProcess(settings, internalUrl);

		expect(await countOf(person)).toBeLessThanOrEqual(intentsEachTime);
		for (const [index, answer] of before.entries()) {
			if (answer !== undefined && 'secret' in answer) {
				kept += 1;
				expect(await opens(person, answer.secret)).toBe(true);
				acknowledged.push({ person, secret: answer.secret });
				continue;
			}
			lost += 1;
			const again = await create(person, intents[index] ?? '');
			if (again === undefined || !('secret' in again)) throw new Error('a retry was refused');
			acknowledged.push({ person, secret: again.secret });
		}
		expect(await countOf(person)).toBe(intentsEachTime);

		const more = await Promise.all(Array.from({ length: 4 }, () => create(person, crypto.randomUUID())));
		for (const answer of more) if (answer && 'secret' in answer) acknowledged.push({ person, secret: answer.secret });
		expect(more.filter((answer) => answer !== undefined && 'secret' in answer)).toHaveLength(limit - intentsEachTime);
		expect(more.filter((answer) => answer !== undefined && 'refused' in answer)).toEqual([
			{ refused: 409 },
			{ refused: 409 },
		]);
		expect(await countOf(person)).toBe(limit);
	}

	// What was acknowledged long ago has outlived every later kill as well.
	for (const { person, secret } of acknowledged) expect(await opens(person, secret)).toBe(true);
	expect(acknowledged).toHaveLength(kills * limit);
	// The moments were well chosen: some answers were lost, and some were not.
	expect(Math.min(lost, kept)).toBeGreaterThan(kills / 5);
}, 240_000);
