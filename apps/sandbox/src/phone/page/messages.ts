/// <reference lib="dom" />
import { copyButton } from './copy-button.ts';
import { el } from './elements.ts';
import { icon } from './icons.ts';
import type { Phone } from './screen.ts';
import { codeIn, readable, type Text } from './texts.ts';

const timeOf = (at: string, language: Phone['language']): HTMLElement =>
	el(
		'time',
		{ datetime: at },
		new Date(at).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' }),
	);

const bubble = (phone: Phone, { text, at, via }: Text): HTMLElement => {
	const code = codeIn(text);
	return el(
		'li',
		{ class: 'message' },
		el('p', { class: 'bubble', lang: 'zh-CN' }, text),
		el(
			'p',
			{ class: 'about' },
			timeOf(at, phone.language),
			el('span', {}, via),
			...(code === undefined ? [] : [copyButton(phone.words, code)]),
		),
	);
};

/** The texts of each number, newest first. */
export const messagesScreen = (phone: Phone): HTMLElement => {
	const { words, texts } = phone;
	if (texts.length === 0) {
		return el(
			'div',
			{ class: 'empty' },
			icon('messages'),
			el('p', { class: 'strong' }, words.noMessages),
			el('p', { class: 'muted' }, words.noMessagesHint),
		);
	}
	const numbers = [...new Set(texts.map(({ to }) => to))];
	return el(
		'div',
		{ class: 'messages' },
		...numbers.map((number) =>
			el(
				'section',
				{ 'aria-label': readable(number) },
				el('h3', {}, readable(number)),
				el('ol', {}, ...texts.filter(({ to }) => to === number).map((text) => bubble(phone, text))),
			),
		),
	);
};
