import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoadBudget } from './first-load-budget.ts';

export default defineConfig({
	plugins: [
		react(),
		firstLoadBudget({
			page: '/sign-in',
			chunks: ['index.html', 'src/sign-in/sign-in-page.tsx'],
			oneOf: ['src/locales/en.ts', 'src/locales/zh.ts'],
			kilobytes: 110,
		}),
	],
	build: {
		target: 'baseline-widely-available',
		manifest: true,
		// The content security policy allows files of our own only, so nothing may become a data: URL.
		assetsInlineLimit: 0,
	},
	server: {
		proxy: {
			// The server takes changes from its own origin only; during development the pages come from this one.
			'/api': { target: 'http://127.0.0.1:8080', headers: { origin: 'http://localhost:8080' } },
		},
	},
});
