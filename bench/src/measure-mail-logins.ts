import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@mailward/bff/storage/database.ts';
import { startChild } from './child.ts';
import type { RunDatabase } from './databases.ts';
import { type OpenDatabase, withFilled } from './filling.ts';
import type { LoadOrder, LoadReport } from './load.ts';
import { startProduct } from './product-server.ts';
import type { Scale } from './scale.ts';
import { ports } from './settings.ts';

/** Mail logins among which many are of mail apps that still send the web password. */
export interface MailLoginsMeasured {
	/** One after the other: at first nothing is known of the stale ones, then all is. */
	readonly rounds: readonly { readonly product: LoadReport; readonly bare: LoadReport }[];
	/** Stale mail apps that were recognised, each by one password hash, after the first round. */
	readonly recognised: number;
	/** And their logins that were counted, after all rounds. */
	readonly counted: number;
}

const rounds = 2;
/** Between two looks whether there is still something to recognise, in ms; it is written every second. */
const patience = 1500;

const staleClients = async (db: Database): Promise<{ recognised: number; counted: number }> => {
	const row = await db
		.selectFrom('stale_clients')
		.where('reason', '=', 'web-password')
		.select((each) => [each.fn.countAll().as('recognised'), each.fn.sum('tries').as('counted')])
		.executeTakeFirstOrThrow();
	return { recognised: Number(row.recognised), counted: Number(row.counted) };
};

const measureFilled = async (
	database: RunDatabase,
	data: string,
	{ accounts, stale, each, connections }: Scale['mailLogins'],
): Promise<MailLoginsMeasured> => {
	const product = await startProduct({ data, databaseUrl: database.databaseUrl });
	const generator = startChild('load.ts', data, JSON.stringify({ stale, each }));
	const db = database.open();
	/** When no more come. */
	const settled = async () => {
		let before = await staleClients(db);
		for (;;) {
			await pause(patience);
			const now = await staleClients(db);
			if (now.counted === before.counted) return now;
			before = now;
		}
	};
	const ask = async (order: Omit<LoadOrder, 'connections'>) =>
		(await generator.ask({ ...order, connections } satisfies LoadOrder)) as LoadReport;
	try {
		for (const port of [ports.internal, ports.bare]) await ask({ what: 'verdicts', port, until: { time: patience } });
		const all: MailLoginsMeasured['rounds'][number][] = [];
		const seen: Awaited<ReturnType<typeof settled>>[] = [];
		const until = { requests: accounts * each };
		while (all.length < rounds) {
			const loaded = await ask({ what: 'mail logins', port: ports.internal, until });
			seen.push(await settled());
			all.push({ product: loaded, bare: await ask({ what: 'mail logins', port: ports.bare, until }) });
		}
		return { rounds: all, recognised: seen[0]?.recognised ?? 0, counted: seen.at(-1)?.counted ?? 0 };
	} finally {
		await db.destroy();
		generator.stop();
		await product.stop();
	}
};

/** Seeds, measures and leaves nothing behind. The bare server must be there. */
export const measureMailLogins = (open: OpenDatabase, { mailLogins }: Scale): Promise<MailLoginsMeasured> =>
	withFilled(
		open,
		{ accounts: mailLogins.accounts, signIns: 0, scans: 0, webPasswords: mailLogins.stale },
		(database, data) => measureFilled(database, data, mailLogins),
	);
