import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { ConfigProblem, readConfig } from './config.ts';
import { readKeys } from './crypto/keys.ts';
import { systemRandom } from './crypto/random.ts';
import { startServer } from './server.ts';
import { openDatabase } from './storage/database.ts';
import { migrate } from './storage/migrate.ts';
import { systemClock } from './time/clock.ts';

const start = async (): Promise<void> => {
	if (existsSync('.env')) process.loadEnvFile('.env');
	const config = readConfig(process.env);
	if (!existsSync(config.keyFile)) {
		throw new ConfigProblem([`${config.keyFile} is missing; make it with: npm run mailward -- keys create`]);
	}
	const keys = readKeys(config.keyFile);
	if ('file' in config.database) mkdirSync(dirname(config.database.file), { recursive: true, mode: 0o700 });
	const log = pino({ level: config.logLevel });
	const db = openDatabase(config.database);
	await migrate(db);
	const app = createApp({
		config,
		keys,
		db,
		clock: systemClock,
		random: systemRandom,
		log,
		webFolder: join(import.meta.dirname, '../../web/dist'),
	});
	const server = await startServer(app, config, log);
	log.info({ port: server.port, internalPort: server.internalPort, origin: config.publicOrigin }, 'listening');

	const stop = async () => {
		await server.stop();
		await db.destroy();
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			stop().then(
				() => process.exit(0),
				(error: unknown) => {
					log.error({ err: error }, 'stopped with an error');
					process.exit(1);
				},
			);
		});
	}
};

try {
	await start();
} catch (error) {
	process.stderr.write(`${error instanceof ConfigProblem ? error.message : (error as Error).stack}\n`);
	process.exitCode = 1;
}
