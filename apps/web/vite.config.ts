import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { firstLoadBudget } from './first-load-budget.ts';

export default defineConfig({
	plugins: [
		react(),
		// Packed once here rather than at each request; the server picks what a browser takes.
		compression({ include: /\.(js|css|svg)$/, algorithms: ['gzip', 'brotliCompress'] }),
		firstLoadBudget({
			page: '/sign-in',
			chunks: ['index.html'],
			oneOf: ['src/locales/en/door.ts', 'src/locales/zh/door.ts'],
			kilobytes: 110,
		}),
	],
	build: {
		target: 'baseline-widely-available',
		manifest: true,
		// The content security policy allows files of our own only, so nothing may become a data: URL.
		assetsInlineLimit: 0,
		rolldownOptions: {
			output: {
				// Every page needs all of this, so it comes in two files and not in many small ones, which compress worse: the
				// libraries, which browsers keep from one release of ours to the next, and our own.
				codeSplitting: {
					groups: [
						{ name: 'libraries', tags: ['$initial'], test: /node_modules/ },
						{ name: 'first', tags: ['$initial'] },
					],
				},
			},
		},
	},
	server: {
		proxy: {
			// The server takes changes from its own origin only; during development the pages come from this one.
			'/api': { target: 'http://127.0.0.1:8080', headers: { origin: 'http://localhost:8080' } },
		},
	},
});
