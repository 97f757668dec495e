import { existsSync } from 'node:fs';
import { chromium, defineConfig, devices } from '@playwright/test';
import type { JourneyOptions } from './world.ts';

// Debian's Chromium where Playwright's own was not downloaded: the shell without windows first, as Playwright itself
// prefers it, because a window's own pages cost more than the ones we look at.
const executablePath = existsSync(chromium.executablePath())
	? undefined
	: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
			.map((name) => `/usr/bin/${name}`)
			.find((path) => existsSync(path));
// Chromium's sandbox refuses to run as root.
const asRoot = process.getuid?.() === 0;

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
/** Journeys that only one size can make carry its name as a tag. */
const sizes = {
	desktop: { grepInvert: /@phone/, use: { viewport: { width: 1280, height: 900 } } },
	phone: { grepInvert: /@desktop/, use: phone },
};
/**
 * Long journeys with real mail servers are made in both languages and at both sizes, but not in each with each; those that
 * look at no page are made once.
 */
const leftOut = (size: string, language: string): RegExp[] => [
	...((size === 'desktop') === (language === 'en') ? [] : [/@crossed/]),
	...(language === 'en' ? [] : [/@no-page/]),
];
const languages = { zh: 'zh-CN', en: 'en-GB' } as const;

export default defineConfig<JourneyOptions>({
	testDir: './journeys',
	outputDir: '../test-results',
	fullyParallel: true,
	forbidOnly: process.env.CI === 'true',
	workers: 2,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [
		['list'],
		['html', { open: 'never', outputFolder: '../playwright-report' }],
		...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME === undefined ? [] : ([['json']] as const)),
	],
	use: {
		actionTimeout: 10_000,
		navigationTimeout: 15_000,
		// Without a film of each page: drawing it takes a fifth of the run, and the snapshots of each step show the same.
		trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
		screenshot: 'only-on-failure',
		launchOptions: {
			...(executablePath === undefined ? {} : { executablePath }),
			args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
		},
	},
	projects: Object.entries(sizes).flatMap(([size, { grepInvert, use }]) =>
		Object.entries(languages).map(([language, locale]) => ({
			name: `${size}-${language}`,
			grepInvert: [grepInvert, ...leftOut(size, language)],
			use: { ...use, locale, timezoneId: 'Asia/Shanghai', language: language as keyof typeof languages },
		})),
	),
});
