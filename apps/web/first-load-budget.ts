import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest, Plugin } from 'vite';

interface Budget {
	/** The page whose first load is measured, as it is named in the printed line. */
	readonly page: string;
	/** Manifest keys of the chunks which that page needs; what they import statically is counted with them. */
	readonly chunks: readonly string[];
	/** Alternatives of which a visitor loads exactly one; the largest counts. */
	readonly oneOf: readonly string[];
	/** Modules that are loaded where they are used, and must be no part of it. */
	readonly without: readonly RegExp[];
	/** The most that all of it may weigh: thousands of bytes of JavaScript after gzip. */
	readonly kilobytes: number;
}

/** Every file that loading `keys` makes the browser fetch, each once. */
const filesOf = (manifest: Manifest, keys: readonly string[], seen = new Set<string>()): Set<string> => {
	for (const key of keys) {
		const chunk = manifest[key];
		if (!chunk) throw new Error(`first-load budget: the manifest has no chunk ${key}`);
		if (seen.has(chunk.file)) continue;
		seen.add(chunk.file);
		filesOf(manifest, chunk.imports ?? [], seen);
	}
	return seen;
};

/**
 * Prints what the first load of one page weighs, from the files as they were written, and fails the build above the budget,
 * or when something is in it that has no business there.
 */
export const firstLoadBudget = ({ page, chunks, oneOf, without, kilobytes }: Budget): Plugin => ({
	name: 'first-load-budget',
	apply: 'build',
	writeBundle({ dir }, bundle) {
		if (!dir) throw new Error('first-load budget: the build names no output folder');
		const manifest: Manifest = JSON.parse(readFileSync(join(dir, '.vite/manifest.json'), 'utf8'));
		for (const file of filesOf(manifest, chunks)) {
			const chunk = bundle[file];
			const modules = chunk?.type === 'chunk' ? chunk.moduleIds : [];
			const strays = modules.filter((id) => without.some((part) => part.test(id)));
			if (strays.length > 0) throw new Error(`first load of ${page} holds ${strays.join(', ')}`);
		}
		const weigh = (keys: readonly string[]) =>
			[...filesOf(manifest, keys)]
				.filter((file) => file.endsWith('.js'))
				.reduce((sum, file) => sum + gzipSync(readFileSync(join(dir, file)), { level: 9 }).length, 0);
		const total = Math.max(...oneOf.map((alternative) => weigh([...chunks, alternative]))) / 1000;
		console.log(`first load of ${page}: ${total.toFixed(1)} kB of JavaScript (gzip), budget ${kilobytes} kB`);
		if (total > kilobytes) throw new Error(`first load of ${page} is over its budget of ${kilobytes} kB`);
	},
});
