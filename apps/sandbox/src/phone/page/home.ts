/// <reference lib="dom" />
import { el } from './elements.ts';
import { icon } from './icons.ts';
import type { Phone } from './screen.ts';

const apps = ['messages', 'scanner', 'wechat', 'dingtalk'] as const;

/** The clock, and the apps. */
export const homeScreen = (phone: Phone): HTMLElement => {
	const { words, language, unread } = phone;
	const now = new Date();
	const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
	return el(
		'div',
		{ class: 'home' },
		el(
			'div',
			{ class: 'home-clock' },
			el('p', { class: 'time' }, now.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })),
			el('p', { class: 'date' }, now.toLocaleDateString(locale, { weekday: 'long', month: 'long', day: 'numeric' })),
		),
		el(
			'nav',
			{ class: 'apps' },
			...apps.map((app) => {
				const badge =
					app === 'messages' && unread > 0
						? [el('span', { class: 'badge', 'aria-label': words.unread(unread) }, String(unread))]
						: [];
				return el(
					'a',
					{ href: `#${app}`, class: 'app' },
					el('span', { class: `app-icon ${app}` }, icon(app), ...badge),
					el('span', { class: 'app-name' }, words[app]),
				);
			}),
		),
	);
};
