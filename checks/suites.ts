import type { Need } from './system-packages.ts';

/** One part of `npm test`. */
export interface Suite {
	readonly name: string;
	readonly command: readonly [program: string, ...parameters: string[]];
	readonly needs: readonly Need[];
	/** A JSON report from which single tests are counted; a suite without one counts as one check. */
	readonly report?: { readonly path: string; readonly form: 'vitest' | 'playwright' };
	readonly environment?: Readonly<Record<string, string>>;
}

const reports = 'node_modules/.cache/reports';

/** In order: what is quick to know comes first, and the pages are built before a browser opens them. */
export const suites: readonly Suite[] = [
	{ name: 'types', command: ['tsc', '-b'], needs: [] },
	{ name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'], needs: [] },
	{ name: 'arrows', command: ['node', 'checks/arrows.ts'], needs: [] },
	{ name: 'unused code', command: ['knip'], needs: [] },
	{ name: 'build and first-load budget', command: ['pnpm', '--silent', 'run', 'build'], needs: [] },
	{
		name: 'unit, contract and attack tests',
		command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/vitest.json`],
		needs: ['postgres', 'set-up-formats'],
		report: { path: `${reports}/vitest.json`, form: 'vitest' },
	},
	{ name: 'bench, briefly', command: ['node', 'bench/src/run.ts', '--quick'], needs: [] },
	{
		name: 'journeys in the browser, with real mail servers',
		command: ['pnpm', '--silent', '--filter', '@mailward/e2e', 'run', 'journeys'],
		needs: ['browser', 'mail-servers'],
		report: { path: `${reports}/playwright.json`, form: 'playwright' },
		environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: `../${reports}/playwright.json` },
	},
];
