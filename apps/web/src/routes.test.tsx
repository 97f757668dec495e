import { prerender } from 'react-dom/static';
import { StaticRouter } from 'react-router-dom';
import { beforeAll, expect, it, vi } from 'vitest';
import { loadWords } from './locales/load-words.ts';
import type { Translate } from './locales/translate.ts';
import { WordsProvider } from './locales/words.tsx';
import { Pages } from './routes.tsx';
import { SessionProvider } from './session/session.tsx';
import { SiteProvider } from './site/site.tsx';

let t: Translate;
beforeAll(async () => {
	vi.stubGlobal('location', new URL('https://mail.test/guide'));
	t = await loadWords('en');
});

/** What stands on a page the first time that each part of it is drawn, with the words that are there by then. */
const firstSight = async (path: string): Promise<string> => {
	const page = (
		<WordsProvider first={{ language: 'en', t }}>
			<SiteProvider>
				<SessionProvider>
					<StaticRouter location={path}>
						<Pages />
					</StaticRouter>
				</SessionProvider>
			</SiteProvider>
		</WordsProvider>
	);
	return new Response((await prerender(page)).prelude).text();
};

it.each(['/guide', '/guide/iphone', '/profile/ticket', '/scan/ticket'])(
	'draws nothing of %s before the words for it are there, its frame included',
	async (path) => {
		const markup = await firstSight(path);
		expect(markup).toContain('</main>');
		expect(markup).not.toMatch(/(shell|guide|mailGuides|profile|scan|errors|signIn)\.[a-z]/);
	},
);
