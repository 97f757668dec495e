/// <reference lib="dom" />
import { el } from './elements.ts';
import { holderOf, type ScanApp } from './holders.ts';
import { icon } from './icons.ts';
import type { Phone } from './screen.ts';

/** A page, shown by the browser inside an app. `path` is on the portal, as the phone's browser sees it. */
export const webView = (phone: Phone, app: ScanApp, path: string): HTMLElement => {
	const { words, language, people } = phone;
	const person = app === 'browser' ? undefined : holderOf(people, app);
	const title = words.pageOf(words[app], person?.name[language] ?? '');
	return el(
		'div',
		{ class: 'web-view' },
		el(
			'header',
			{},
			el(
				'button',
				{ type: 'button', class: 'plain', 'aria-label': words.close, onclick: () => phone.closePage() },
				icon('close'),
			),
			el('p', { class: 'web-title' }, title),
		),
		el('iframe', { src: `${phone.browserOrigin}${path}`, title, allow: 'clipboard-write' }),
	);
};
