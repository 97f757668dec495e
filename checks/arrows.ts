import { spawnSync } from 'node:child_process';

/** Folders whose imports are checked against `.dependency-cruiser.cjs`. */
const folders = ['apps', 'packages', 'e2e', 'bench', 'checks'];

const run = spawnSync('depcruise', [...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], {
	encoding: 'utf8',
	maxBuffer: 256 * 1024 * 1024,
	env: process.env,
});
if (run.error) throw run.error;

interface Report {
	summary: {
		totalCruised: number;
		violations: { from: string; to: string; rule: { name: string } }[];
	};
}

const { summary }: Report = JSON.parse(run.stdout);
for (const { from, to, rule } of summary.violations) process.stdout.write(`${rule.name}: ${from} -> ${to}\n`);
process.stdout.write(`${summary.totalCruised} modules, ${summary.violations.length} arrows that may not be\n`);

// Without a TypeScript it understands, the tool sees nothing and finds nothing wrong.
const fewest = 100;
if (summary.violations.length > 0 || summary.totalCruised < fewest) process.exitCode = 1;
