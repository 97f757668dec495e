/// <reference lib="dom" />
import { el } from './elements.ts';
import type { Words } from './words.ts';

/** Says that it has copied, for as long as it is looked at. */
export const copyButton = (words: Words, code: string): HTMLButtonElement => {
	const button = el('button', { type: 'button', class: 'copy' }, words.copy(code));
	button.addEventListener('click', () => {
		navigator.clipboard.writeText(code).then(
			() => {
				button.textContent = words.copied;
			},
			() => undefined,
		);
	});
	return button;
};
