import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Language, languages } from '@mailward/shared/languages.ts';
import { Hono } from 'hono';
import { languageOf } from './language.ts';

const htmlLanguage: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/**
 * The built pages of the portal. Files with a hash in their name are kept for a year; the page itself is asked for each
 * time, in the person's language from the first byte. `folder` is what `pnpm run build` leaves in `apps/web/dist`.
 */
export const pages = (folder: string): Hono => {
	const app = new Hono();
	const index = join(folder, 'index.html');
	if (!existsSync(index)) return app;
	const html = readFileSync(index, 'utf8');
	const byLanguage = Object.fromEntries(
		languages.map((language) => [
			language,
			html.replace(/<html lang="[^"]*"/, `<html lang="${htmlLanguage[language]}"`),
		]),
	) as Record<Language, string>;

	const files = serveStatic({ root: relative(process.cwd(), folder), precompressed: true });
	app.get('/assets/*', async (context, next) => {
		context.header('Cache-Control', 'public, max-age=31536000, immutable');
		return files(context, next);
	});
	app.get('/favicon.svg', files);
	app.get('*', (context) => {
		if (context.req.path.startsWith('/api/') || context.req.path.startsWith('/assets/')) return context.notFound();
		context.header('Cache-Control', 'no-cache');
		context.header('Vary', 'Accept-Language, Cookie');
		return context.html(byLanguage[languageOf(context)]);
	});
	return app;
};
