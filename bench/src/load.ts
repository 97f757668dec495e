import { type Connection, openConnection } from './connection.ts';
import { readMaterial } from './material.ts';
import type { Scale } from './scale.ts';
import { type Errand, mailLogins, signIns, verdicts, type Work } from './work.ts';

/** What the load generator, a process of its own, is told to do next. */
export interface LoadOrder {
	/** `sign-ins` uses up what was seeded; `sign-ins again` repeats it, for the route that keeps nothing. */
	readonly what: 'verdicts' | 'sign-ins' | 'sign-ins again' | 'mail logins';
	readonly port: number;
	readonly connections: number;
	/** Ends after so many requests, or so many milliseconds. */
	readonly until: { readonly requests: number } | { readonly time: number };
}

export interface LoadReport {
	/** Answers that were right. */
	readonly right: number;
	readonly wrong: number;
	/** One of the wrong ones, for the person who must find out why. */
	readonly example: string | undefined;
	/** How long it took, in milliseconds. */
	readonly time: number;
	/** Share of one processor that this process used; near 1 it would measure itself. */
	readonly busy: number;
	/** Of the time from request to answer, in milliseconds; of those that are not held on purpose. */
	readonly median: number;
	readonly p99: number;
}

const percentile = (sorted: Float64Array, share: number): number =>
	sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const run = async (work: Work, order: LoadOrder): Promise<LoadReport> => {
	const latencies: number[] = [];
	let right = 0;
	let wrong = 0;
	let example: string | undefined;
	let asked = 0;
	const start = performance.now();
	const cpu = process.cpuUsage();
	const isOver = (): boolean =>
		'requests' in order.until ? asked >= order.until.requests : performance.now() - start >= order.until.time;

	const keepAsking = async (connection: Connection): Promise<void> => {
		for (let errand: Errand | undefined; !isOver(); ) {
			errand = work();
			if (errand === undefined) throw new Error('not enough was seeded');
			asked += 1;
			const before = performance.now();
			const answer = await connection.ask(errand.request);
			if (errand.held === undefined) latencies.push(performance.now() - before);
			if (errand.isRight(answer)) {
				right += 1;
				continue;
			}
			wrong += 1;
			example ??= `${answer.head}\n${answer.body}`;
		}
	};
	const connections = await Promise.all(Array.from({ length: order.connections }, () => openConnection(order.port)));
	await Promise.all(connections.map(keepAsking));
	const time = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	for (const connection of connections) connection.close();
	const sorted = Float64Array.from(latencies).sort();
	return {
		right,
		wrong,
		example,
		time,
		busy: (user + system) / 1000 / time,
		median: percentile(sorted, 0.5),
		p99: percentile(sorted, 0.99),
	};
};

/** Starts over whenever it has come to its end. */
const endless = (begin: () => Work): Work => {
	let work = begin();
	return () => {
		const errand = work();
		if (errand !== undefined) return errand;
		work = begin();
		return work();
	};
};

const [folder, scale = '{}'] = process.argv.slice(2);
if (folder === undefined || process.send === undefined) throw new Error('to be started by run.ts');
const { stale = 0, each = 1 } = JSON.parse(scale) as Partial<Scale['mailLogins']>;
const material = readMaterial(folder);
const beginSignIns = () => signIns(material, Date.now);
const works: Readonly<Record<LoadOrder['what'], Work>> = {
	verdicts: verdicts(material, Math.random),
	'sign-ins': beginSignIns(),
	'sign-ins again': endless(beginSignIns),
	'mail logins': endless(() => mailLogins(material, { stale, each }, Math.random)),
};
process.on('message', async (order: LoadOrder) => {
	process.send?.(await run(works[order.what], order));
});
