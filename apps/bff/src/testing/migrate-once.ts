import { type DatabasePlace, openDatabase } from '../storage/database.ts';
import { migrate } from '../storage/migrate.ts';

/** A replica that starts: brings the tables of the database named on its command line up to date, and ends. */
const db = openDatabase(JSON.parse(process.argv[2] ?? '') as DatabasePlace);
await migrate(db);
await db.destroy();
