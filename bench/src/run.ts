import { availableParallelism } from 'node:os';
import { type Child, startChild } from './child.ts';
import { postgresDatabase, type RunDatabase, sqliteDatabase } from './databases.ts';
import { type Measurements, measure } from './measure.ts';
import { median, ratioRow, ratioTitles, table } from './report.ts';
import { fullScale, passwordsAnAccount, quickScale, type Scale } from './scale.ts';

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

const runOn = async (
	name: string,
	open: (data: string) => RunDatabase | Promise<RunDatabase>,
	scale: Scale,
	bare: Child,
): Promise<number> => report(name, await measure(open, scale, bare));

const scale = process.argv.includes('--quick') ? quickScale : fullScale;
print(
	`${scale.accounts} accounts with ${passwordsAnAccount} client passwords each, ${scale.connections} connections, ` +
		`rounds: ${scale.rounds}, Node ${process.version}, ${availableParallelism()} processors`,
);
const bare = startChild('bare-server.ts');
await bare.ask('processor time');
try {
	let errors = await runOn('SQLite', sqliteDatabase, scale, bare);
	const url = process.env.DATABASE_URL;
	if (url !== undefined && url !== '') {
		errors += await runOn('PostgreSQL', () => postgresDatabase(url, `mailward_bench_${process.pid}`), scale, bare);
	}
	if (errors > 0) process.exitCode = 1;
} finally {
	bare.stop();
}
