import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Suite, suites } from './suites.ts';
import { installPackages, missingPackages } from './system-packages.ts';

const oldestNode = 26;
if (Number(process.versions.node.split('.')[0]) < oldestNode) {
	process.stderr.write(`Node ${oldestNode} is needed and ${process.versions.node} runs; start with: npm test\n`);
	process.exit(1);
}

process.chdir(resolve(import.meta.dirname, '..'));
const strict = process.env.CI === 'true';

interface Count {
	readonly passed: number;
	readonly failed: number;
}

/** A report that is missing, or tells of no test at all, is a failure: nothing ran. */
const countOf = ({ report }: Suite, succeeded: boolean): Count => {
	if (report === undefined) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
	if (!existsSync(report.path)) return { passed: 0, failed: 1 };
	const told = JSON.parse(readFileSync(report.path, 'utf8'));
	const [passed, failed, skipped]: [number, number, number] =
		report.form === 'vitest'
			? [told.numPassedTests, told.numFailedTests, told.numPendingTests + told.numTodoTests]
			: [told.stats.expected, told.stats.unexpected + told.stats.flaky, told.stats.skipped];
	const broken = (!succeeded && failed === 0) || passed + failed === 0 || (strict && skipped > 0);
	return { passed, failed: broken ? failed + 1 : failed };
};

const wanted = process.argv.slice(2);
const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const absent = chosen.flatMap(({ needs }) => needs.flatMap(missingPackages));
if (absent.length > 0) installPackages([...new Set(absent)]);

const lines: string[] = [];
let total: Count = { passed: 0, failed: 0 };
for (const suite of chosen) {
	const missing = suite.needs.flatMap(missingPackages);
	if (missing.length > 0) {
		lines.push(`skipped  ${suite.name}: needs the Debian packages ${missing.join(' ')}`);
		if (strict) total = { ...total, failed: total.failed + 1 };
		continue;
	}
	process.stdout.write(`\n=== ${suite.name}\n`);
	if (suite.report !== undefined) {
		mkdirSync(dirname(suite.report.path), { recursive: true });
		rmSync(suite.report.path, { force: true });
	}
	const [program, ...parameters] = suite.command;
	const began = performance.now();
	const { status } = spawnSync(program, parameters, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...suite.environment },
	});
	const count = countOf(suite, status === 0);
	total = { passed: total.passed + count.passed, failed: total.failed + count.failed };
	const seconds = ((performance.now() - began) / 1000).toFixed(0).padStart(4);
	lines.push(
		`${count.failed === 0 ? 'passed ' : 'FAILED '} ${seconds} s  ${suite.name} (${count.passed} passed, ${count.failed} failed)`,
	);
}

process.stdout.write(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
