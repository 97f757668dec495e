import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGroupCommit, type GroupCommit } from './sqlite-group-commit.ts';

describe('writes that share one flush to the disk', () => {
	let folder: string;
	let database: DatabaseSync;
	/** Another process: it sees what is committed, and nothing else. */
	let outside: DatabaseSync;
	let commits: GroupCommit;

	const insert = (number: number) => () => database.prepare('insert into numbers values (?)').run(number);
	const seenOutside = () =>
		outside
			.prepare('select number from numbers order by number')
			.all()
			.map((row) => row.number);
	const inTransaction = async (...numbers: number[]) => {
		await commits.begin();
		for (const number of numbers) insert(number)();
		await commits.commit();
	};

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'mailward-group-commit-'));
		const path = join(folder, 'numbers.sqlite');
		database = new DatabaseSync(path, { timeout: 0 });
		database.exec('pragma journal_mode = wal; create table numbers (number integer primary key check (number < 100))');
		outside = new DatabaseSync(path, { timeout: 0 });
		commits = createGroupCommit(database);
	});
	afterEach(() => {
		outside.close();
		database.close();
		rmSync(folder, { recursive: true });
	});

	it('are committed by the time they are reported as done, and not before all of them run', async () => {
		const done = Promise.all([
			commits.write(insert(1)),
			inTransaction(2, 3),
			commits.write(insert(4)),
			inTransaction(5),
		]);
		expect(seenOutside()).toEqual([]);
		await done;
		expect(seenOutside()).toEqual([1, 2, 3, 4, 5]);
	});

	it('leave the others alone when one is rolled back or breaks a rule', async () => {
		const rolledBack = async () => {
			await commits.begin();
			insert(2)();
			commits.rollback();
		};
		const [, , broken] = await Promise.allSettled([
			commits.write(insert(1)),
			rolledBack(),
			commits.write(insert(100)),
			inTransaction(3),
		]);
		expect(broken.status).toBe('rejected');
		expect(seenOutside()).toEqual([1, 3]);
	});

	it('take turns, and reads wait for the one that is under way', async () => {
		const order: string[] = [];
		await commits.begin();
		insert(1)();
		const read = commits.read(() => order.push('read'));
		const next = commits.begin().then(() => order.push('next'));
		await Promise.resolve();
		order.push('first');
		const first = commits.commit();
		await next;
		await commits.commit();
		await Promise.all([first, read]);
		expect(order).toEqual(['first', 'read', 'next']);
		expect(seenOutside()).toEqual([1]);
	});

	it('do not keep other processes from writing once they failed', async () => {
		await expect(commits.write(insert(100))).rejects.toThrow(/CHECK/);
		outside.exec('insert into numbers values (7)');
		await commits.begin();
		insert(8)();
		commits.rollback();
		outside.exec('insert into numbers values (9)');
		expect(seenOutside()).toEqual([7, 9]);
	});

	it('are refused while another process holds the lock, and work afterwards', async () => {
		outside.exec('begin immediate');
		await expect(commits.write(insert(1))).rejects.toThrow(/locked/);
		await expect(commits.begin()).rejects.toThrow(/locked/);
		outside.exec('commit');
		await Promise.all([commits.write(insert(1)), inTransaction(2)]);
		expect(seenOutside()).toEqual([1, 2]);
	});

	it('all fail when the shared transaction does', async () => {
		const written = Promise.allSettled([commits.write(insert(1)), inTransaction(2)]);
		await Promise.resolve();
		await Promise.resolve();
		await Promise.resolve();
		// What SQLite does by itself when the disk is full.
		database.exec('rollback');
		expect((await written).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		await commits.write(insert(3));
		expect(seenOutside()).toEqual([3]);
	});
});
