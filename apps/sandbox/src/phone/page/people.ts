/// <reference lib="dom" />
import { el } from './elements.ts';
import { holdBy, holderOf, type People } from './holders.ts';
import type { Phone } from './screen.ts';

/** An app, and who on this phone uses it. */
export const peopleScreen = (phone: Phone, app: keyof People): HTMLElement => {
	const { words, language, people } = phone;
	const chosen = holderOf(people, app);
	return el(
		'div',
		{ class: 'people' },
		el('button', { type: 'button', class: 'button go wide', onclick: () => phone.scanWith(app) }, words.scanNow),
		el(
			'fieldset',
			{ class: 'holders' },
			el('legend', {}, words.whoHolds),
			el('p', { class: 'muted' }, words.holdsHint),
			...people[app].map(({ id, name, about }) =>
				el(
					'label',
					{},
					el('input', {
						type: 'radio',
						name: 'person',
						value: id,
						checked: id === chosen?.id,
						onchange: () => holdBy(app, id),
					}),
					el('span', { class: 'face', 'aria-hidden': 'true' }, [...name[language]][0] ?? ''),
					el('span', { class: 'who' }, el('b', {}, name[language]), el('small', {}, about[language])),
				),
			),
		),
	);
};
