import { html, raw } from 'hono/html';
import type { Wording } from './languages.ts';

type Markup = ReturnType<typeof html>;

// Their own small sheet: the phone's browser shows these pages with nothing else of the sandbox in reach.
const style = `
:root{color-scheme:light dark;--text:#16202c;--muted:#526070;--surface:#fff;--line:#dde2e9;--control:#7c8896;--go:#1f5fd1;--on-go:#fff}
@media (prefers-color-scheme:dark){:root{--text:#e9eef4;--muted:#a3b0bf;--surface:#182029;--line:#2e3a47;--control:#748396;--go:#8cb4ff;--on-go:#0b1a36}}
*{box-sizing:border-box}
body{margin:0;min-height:100dvh;padding:40px 24px 24px;background:var(--surface);color:var(--text);font:400 1rem/1.6 -apple-system,"Segoe UI","Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:400px;margin:0 auto}
h1{font-size:1.25rem;line-height:1.4;margin:0 0 8px}
p{margin:0 0 16px}.muted{color:var(--muted);font-size:.875rem}
fieldset{border:0;margin:24px 0;padding:0}legend{padding:0;font-weight:600;margin-bottom:8px}
label{display:flex;align-items:center;gap:12px;min-height:48px;padding:8px 12px;border:1px solid var(--line);border-radius:8px;margin-bottom:8px}
label:has(:checked){border-color:var(--go);box-shadow:inset 0 0 0 1px var(--go)}
input{width:18px;height:18px;margin:0;accent-color:var(--go)}
button{display:block;width:100%;min-height:48px;margin-top:12px;border-radius:8px;border:1px solid var(--control);background:none;color:inherit;font:inherit;font-weight:600;cursor:pointer}
button.go{background:var(--go);border-color:var(--go);color:var(--on-go)}
:focus-visible{outline:2px solid var(--go);outline-offset:2px}
`;

/** A page of one of the platforms. */
export const platformPage = (language: keyof Wording, title: string, content: Markup): Markup => html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<title>${title}</title>
		<style>
			${raw(style)}
		</style>
	</head>
	<body>
		<main>${content}</main>
	</body>
</html>`;
