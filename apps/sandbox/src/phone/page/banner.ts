/// <reference lib="dom" />
import { copyButton } from './copy-button.ts';
import { el } from './elements.ts';
import { codeIn, readable, type Text } from './texts.ts';
import type { Words } from './words.ts';

/** Milliseconds. Long enough to read a code and copy it. */
const stays = 12_000;

/** Where a text that has just come falls in from above, as on a phone. */
export interface Banner {
	readonly element: HTMLElement;
	/** The newest one that is unread; each is shown once. */
	show(text: Text | undefined, words: Words): void;
	/** Texts up to this one are not news. */
	passOver(id: number): void;
}

export const createBanner = (): Banner => {
	const element = el('div', { class: 'banner', role: 'status' });
	let shown = 0;
	let hiding: ReturnType<typeof setTimeout> | undefined;
	const hide = () => element.replaceChildren();
	return {
		element,
		show(text, words) {
			if (text === undefined) return hide();
			if (text.id <= shown) return;
			shown = text.id;
			const code = codeIn(text.text);
			element.replaceChildren(
				el(
					'div',
					{ class: 'note' },
					el('p', { class: 'note-from' }, `${words.messages} · ${readable(text.to)}`),
					el('p', { lang: 'zh-CN' }, text.text),
					el(
						'p',
						{ class: 'note-acts' },
						...(code === undefined ? [] : [copyButton(words, code)]),
						el('button', { type: 'button', class: 'copy', onclick: hide }, words.dismiss),
					),
				),
			);
			clearTimeout(hiding);
			hiding = setTimeout(hide, stays);
		},
		passOver(id) {
			shown = id;
		},
	};
};
