import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { dingtalkPeople } from '../dingtalk/people.ts';
import { languageOf } from '../languages.ts';
import { wechatPeople } from '../wechat/people.ts';

/** The page's own files, by the name they are asked for. */
const scripts = [
	'banner.ts',
	'copy-button.ts',
	'elements.ts',
	'holders.ts',
	'home.ts',
	'icons.ts',
	'messages.ts',
	'people.ts',
	'phone.ts',
	'qr-picture.ts',
	'scanner.ts',
	'texts.ts',
	'web-view.ts',
	'words.ts',
] as const;

const readPageFile = (name: string): string => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');

/** The demo phone: a page that plays one, with nothing to install. */
export const createPhonePage = (at: { portalOrigin: string; phoneOrigin: string; sandboxOrigin: string }): Hono => {
	const page = new Hono();
	// Read when they are asked for: most worlds never show the phone.
	const fileOf = (name: string): { readonly type: string; readonly text: string } | undefined => {
		if (name === 'phone.css') return { type: 'text/css', text: readPageFile(name) };
		if (name === 'jsQR.js') {
			const reader = createRequire(import.meta.url).resolve('jsqr');
			return { type: 'text/javascript', text: readFileSync(reader, 'utf8') };
		}
		const script = scripts.find((each) => each === name);
		return script && { type: 'text/javascript', text: stripTypeScriptTypes(readPageFile(script)) };
	};

	page.get('/phone/:file', (context) => {
		const file = fileOf(context.req.param('file'));
		if (file === undefined) return context.notFound();
		const headers = { 'Content-Type': `${file.type}; charset=utf-8`, 'Cache-Control': 'no-cache' };
		return context.body(file.text, 200, headers);
	});

	page.get('/people', (context) => context.json({ wechat: wechatPeople, dingtalk: dingtalkPeople }));

	page.get('/', (context) => {
		const language = languageOf(context);
		context.header(
			'Content-Security-Policy',
			"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
				`base-uri 'none'; frame-src ${at.phoneOrigin} ${at.sandboxOrigin}`,
		);
		return context.html(html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<title>${language === 'zh' ? '演示手机' : 'Demo phone'} · Mailward 邮卫</title>
		<link rel="icon" href="data:," />
		<link rel="stylesheet" href="/phone/phone.css" />
		<script src="/phone/jsQR.js" defer></script>
		<script src="/phone/phone.ts" type="module"></script>
	</head>
	<body data-portal="${at.portalOrigin}" data-browser="${at.phoneOrigin}"></body>
</html>`);
	});
	return page;
};
