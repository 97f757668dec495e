import type { SiteView } from '@mailward/shared/contract/site.ts';
import type { Language } from '@mailward/shared/languages.ts';
import type { ReactNode } from 'react';
import type { PlainKey } from '../locales/translate.ts';

export type MailServers = SiteView['mail'];

/** What a drawing shows besides the labels of the program: the fields are filled with what belongs in them. */
export interface Values {
	readonly language: Language;
	readonly address: string;
	readonly mail: MailServers;
}

export interface Drawing {
	/** What it shows, for those who cannot see it. */
	readonly description: PlainKey;
	readonly draw: (values: Values) => ReactNode;
}

export interface Part {
	/** Where there are several: what this one is about. */
	readonly title?: PlainKey;
	/** Another version of the program: its steps stand for those before and are counted from one. */
	readonly instead?: boolean;
	/** The menus that lead to what is drawn, as the program names them, the person's own address among them. */
	readonly way?: (values: Values) => readonly string[];
	readonly steps: readonly PlainKey[];
	readonly drawings: readonly Drawing[];
}

/** How one mail app is given its new password. Pins in the drawings carry the numbers of the steps. */
export interface Guide {
	readonly heading: PlainKey;
	/** What the person sees that brings them here. */
	readonly symptom: PlainKey;
	/** Shown on a phone's screen: narrow drawings, side by side. */
	readonly onPhone?: boolean;
	readonly parts: readonly Part[];
	readonly notes: readonly PlainKey[];
}

/** The number of the first step of each part. */
export const firstNumbers = (parts: readonly Part[]): readonly number[] => {
	let next = 1;
	return parts.map(({ steps, instead }) => {
		const first = instead ? 1 : next;
		next = first + steps.length;
		return first;
	});
};
