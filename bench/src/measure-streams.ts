import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from './child.ts';
import type { ProductServer } from './product-server.ts';
import type { Scale } from './scale.ts';
import { ports } from './settings.ts';
import type { StreamsOrder, StreamsReport } from './streams.ts';

/** Pages that wait for a phone, all at the same time. */
export interface StreamsMeasured extends StreamsReport {
	readonly count: number;
	/** Resident memory of the server that each open stream took, in kilobytes (10^3 bytes). */
	readonly memoryEach: number;
}

/** Opens the streams, sees what they take of memory, and confirms some of them on their phones. */
export const measureStreams = async (
	product: ProductServer,
	data: string,
	{ streams, confirmed, silence }: Scale,
): Promise<StreamsMeasured> => {
	const holder = startChild('streams.ts', data);
	const ask = async (order: StreamsOrder) => (await holder.ask(order)) as StreamsReport;
	try {
		const before = await product.usage();
		const opened = await ask({ open: streams, port: ports.public });
		await pause(silence);
		const after = await product.usage();
		const told = await ask({ confirm: confirmed, port: ports.public });
		return {
			count: streams,
			memoryEach: ((after.memory - before.memory) * 1000) / streams,
			wrong: opened.wrong + told.wrong,
			example: opened.example ?? told.example,
			times: told.times,
		};
	} finally {
		holder.stop();
	}
};
