import { availableParallelism } from 'node:os';
import { startChild } from './child.ts';
import { postgresDatabase, sqliteDatabase } from './databases.ts';
import type { OpenDatabase } from './filling.ts';
import { type Measurements, measure } from './measure.ts';
import { measureMailLogins } from './measure-mail-logins.ts';
import { measureTiming } from './measure-timing.ts';
import { median, ratioRow, ratioTitles, table } from './report.ts';
import { mailLoginsReport } from './report-mail-logins.ts';
import { timingReport } from './report-timing.ts';
import { fullScale, passwordsAnAccount, quickScale } from './scale.ts';

/** Ratios to the bare route, megabytes, and milliseconds from a phone's confirmation to the page. */
const aims = { verdicts: 0.6, signIns: 0.06, memory: 150, confirmation: 1000 };

const print = (text: string) => process.stdout.write(`${text}\n`);

/** Returns how many answers were wrong, those of the warming up included. */
const report = (database: string, { verdicts, signIns, streams, atStart, atEnd, startTime }: Measurements): number => {
	const loads = [...verdicts, ...signIns].flatMap(({ product, bare }) => [product.load, bare.load]);
	const errors = loads.reduce((sum, { wrong }) => sum + wrong, streams.wrong);
	print(`\n${database}`);
	print(
		table([
			ratioTitles,
			ratioRow('mail-login verdicts', verdicts, aims.verdicts),
			ratioRow('TOTP sign-ins', signIns, aims.signIns),
		]),
	);
	print(
		`memory ${atStart.memory.toFixed(0)} MB at start, ${atEnd.memory.toFixed(0)} MB after the load ` +
			`(aim: below ${aims.memory}, met: ${atEnd.memory < aims.memory ? 'yes' : 'no'})`,
	);
	print(`start ${startTime.toFixed(0)} ms`);
	const slowest = Math.max(...streams.times);
	print(
		`${streams.count} event streams: ${streams.memoryEach.toFixed(1)} kB each; from confirmation to page ` +
			`${median(streams.times).toFixed(1)} ms in the middle, ${slowest.toFixed(1)} ms at the most ` +
			`(aim: within ${aims.confirmation}, met: ${streams.wrong === 0 && slowest <= aims.confirmation ? 'yes' : 'no'})`,
	);
	print(`errors ${errors}`);
	const example = loads.find((load) => load.example !== undefined)?.example ?? streams.example;
	if (example !== undefined) print(`the first of them:\n${example}`);
	return errors;
};

const scale = process.argv.includes('--quick') ? quickScale : fullScale;
const bare = startChild('bare-server.ts');

/** What there is to measure; each returns how many answers were wrong, or aims missed for which there is no excuse. */
const parts = {
	async ratios(open: OpenDatabase, database: string): Promise<number> {
		return report(database, await measure(open, scale, bare));
	},
	async 'mail-logins'(open: OpenDatabase, database: string): Promise<number> {
		const measured = await measureMailLogins(open, scale);
		print(`\n${database}\n${mailLoginsReport(measured, scale.mailLogins)}`);
		const loads = measured.rounds.flatMap(({ product, bare: beside }) => [product, beside]);
		const example = loads.find((load) => load.example !== undefined)?.example;
		if (example !== undefined) print(`the first wrong answer:\n${example}`);
		return loads.reduce((sum, { wrong }) => sum + wrong, 0);
	},
	async timing(open: OpenDatabase, database: string): Promise<number> {
		const { text, missed } = timingReport(await measureTiming(open, scale));
		print(`\n${database}\n${text}`);
		return missed;
	},
} as const;

type Part = keyof typeof parts;
const all = Object.keys(parts) as Part[];
const named = all.filter((part) => process.argv.includes(`--${part}`));
/** Unless parts are named, all that needs no mail servers. */
const chosen = named.length > 0 ? named : all.filter((part) => part !== 'timing');
print(
	`${scale.accounts} accounts with ${passwordsAnAccount} client passwords each, ${scale.connections} connections, ` +
		`rounds: ${scale.rounds}, Node ${process.version}, ${availableParallelism()} processors`,
);
await bare.ask('processor time');
try {
	const url = process.env.DATABASE_URL;
	let errors = 0;
	for (const part of chosen) {
		errors += await parts[part](sqliteDatabase, 'SQLite');
		if (url === undefined || url === '' || part === 'timing') continue;
		errors += await parts[part](() => postgresDatabase(url, `mailward_bench_${process.pid}`), 'PostgreSQL');
	}
	if (errors > 0) process.exitCode = 1;
} finally {
	bare.stop();
}
