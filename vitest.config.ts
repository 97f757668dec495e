import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const project = (name: string, folder: string, globalSetup: string[] = []) => ({
	test: { name, globalSetup, include: [`${folder}/src/**/*.test.{ts,tsx}`], testTimeout: 30_000, hookTimeout: 30_000 },
});

export default defineConfig({
	test: {
		// On two cores Vitest would leave one to itself, and the crash test mostly waits for its child.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			project('shared', 'packages/shared'),
			project('bff', 'apps/bff', ['apps/bff/src/testing/postgres.ts']),
			project('web', 'apps/web'),
			project('sandbox', 'apps/sandbox'),
		],
	},
});
