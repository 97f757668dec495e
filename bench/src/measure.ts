import { type Child, startChild } from './child.ts';
import type { RunDatabase } from './databases.ts';
import { type OpenDatabase, withFilled } from './filling.ts';
import type { LoadOrder } from './load.ts';
import { measureStreams, type StreamsMeasured } from './measure-streams.ts';
import { startProduct, type Usage } from './product-server.ts';
import { measureRounds, type Round } from './rounds.ts';
import { type Scale, signInsNeeded } from './scale.ts';
import { ports } from './settings.ts';

/** What one run of the product on one database gave. */
export interface Measurements {
	readonly verdicts: readonly Round[];
	readonly signIns: readonly Round[];
	readonly streams: StreamsMeasured;
	/** Right after its start, and after all of the load. */
	readonly atStart: Usage;
	readonly atEnd: Usage;
	/** Milliseconds. */
	readonly startTime: number;
}

const measureFilled = async (database: RunDatabase, data: string, scale: Scale, bare: Child): Promise<Measurements> => {
	const place = { data, databaseUrl: database.databaseUrl };
	// Once before: what Node compiles at its first start ever, it has ready at every other.
	await (await startProduct(place)).stop();
	const product = await startProduct(place);
	const generator = startChild('load.ts', data);
	const ofProduct = (order: Omit<LoadOrder, 'connections'>) => ({
		order,
		cpu: async () => (await product.usage()).cpu,
	});
	const ofBare = (order: Omit<LoadOrder, 'connections' | 'port'>) => ({
		order: { ...order, port: ports.bare },
		cpu: async () => Number(await bare.ask('processor time')),
	});
	const time = { time: scale.roundTime };
	try {
		const atStart = await product.usage();
		const verdicts = await measureRounds(
			generator,
			scale,
			ofProduct({ what: 'verdicts', port: ports.internal, until: time }),
			ofBare({ what: 'verdicts', until: time }),
		);
		const signIns = await measureRounds(
			generator,
			scale,
			ofProduct({ what: 'sign-ins', port: ports.public, until: { requests: scale.signInsARound } }),
			ofBare({ what: 'sign-ins again', until: time }),
		);
		const atEnd = await product.usage();
		const streams = await measureStreams(product, data, scale);
		return { verdicts, signIns, streams, atStart, atEnd, startTime: product.startTime };
	} finally {
		generator.stop();
		await product.stop();
	}
};

/** Seeds, measures and leaves nothing behind. */
export const measure = (open: OpenDatabase, scale: Scale, bare: Child): Promise<Measurements> =>
	withFilled(
		open,
		{ accounts: scale.accounts, signIns: signInsNeeded(scale), scans: scale.streams, webPasswords: 0 },
		(database, data) => measureFilled(database, data, scale, bare),
	);
