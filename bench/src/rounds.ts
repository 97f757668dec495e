import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.ts';
import type { LoadOrder, LoadReport } from './load.ts';
import type { Scale } from './scale.ts';

/** A server under load for a while. */
export interface Measured {
	readonly load: LoadReport;
	/** Processor time the server used for it, in milliseconds, with what it put off until afterwards. */
	readonly cpu: number;
}

/** The product and the bare route, measured one right after the other. */
export interface Round {
	readonly product: Measured;
	readonly bare: Measured;
}

/** What one of the two servers is asked for. */
export interface Target {
	readonly order: Omit<LoadOrder, 'connections'>;
	/** Processor time used so far, in milliseconds. */
	cpu(): Promise<number>;
}

/** Product and bare route by turns. The first of the rounds it returns warmed both up and should not count. */
export const measureRounds = async (
	generator: Child,
	{ connections, rounds, silence }: Scale,
	product: Target,
	bare: Target,
): Promise<Round[]> => {
	const measure = async ({ order, cpu }: Target): Promise<Measured> => {
		const before = await cpu();
		const load = (await generator.ask({ ...order, connections } satisfies LoadOrder)) as LoadReport;
		await pause(silence);
		return { load, cpu: (await cpu()) - before };
	};
	const all: Round[] = [];
	while (all.length <= rounds) all.push({ product: await measure(product), bare: await measure(bare) });
	return all;
};
