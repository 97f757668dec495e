import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { firstLoadBudget } from './first-load-budget.ts';

/**
 * What the second step and every "Confirm it's you" are made of. It is asked for while a password is being checked, when a
 * browser has room for few requests beside that one; the code that talks to passkeys comes before or not at all.
 */
const secondStep = new RegExp(
	`src/(${[
		'challenges/',
		'sign-in/(?!passkey)',
		'factors/(registry|names-shown|kinds|code|recovery|totp)\\.ts',
		'factors/code-form',
		'factors/totp/totp-code-form',
		'factors/passkey/(outcome|use-ceremony|first-name|browser-name)',
		'factors/sms/(send-again|sending-state|use-awaited|wait)',
		'factors/scan/(scan-challenge|scan-code|on-this-device|stage)',
		'factors/(wechat|dingtalk)/app',
		'factors/qr-place',
		'api/(channel|use-following)',
		'locales/(use-)?method-problem-words',
		'factors/\\w+/challenge',
		'ui/(icon|refused-ring|instructions|use-copy|use-narrow|answer-form|code-field|paper-code-form|use-clock|dialog)',
	].join('|')})`,
);

export default defineConfig({
	plugins: [
		react(),
		// Packed once here rather than at each request; the server picks what a browser takes.
		compression({ include: /\.(js|css|svg)$/, algorithms: ['gzip', 'brotliCompress'] }),
		firstLoadBudget({
			page: '/sign-in',
			chunks: ['index.html'],
			oneOf: ['src/locales/en/door.ts', 'src/locales/zh/door.ts'],
			without: [
				/node_modules\/(qrcode\.react|@simplewebauthn|@zxcvbn-ts|@tanstack)/,
				/src\/(enrolments|challenges|factors\/(?!passkey\/(supported|device-asked)))/,
			],
			kilobytes: 110,
		}),
	],
	build: {
		target: 'baseline-widely-available',
		manifest: true,
		// A browser that does not know the hint loads the same files a moment later; the first load need not carry the hint's stand-in.
		modulePreload: { polyfill: false },
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
						{ name: 'second-step', test: secondStep, includeDependenciesRecursively: false },
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
