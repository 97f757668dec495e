/** A text message that reached a phone of the demo. */
export interface Text {
	/** Counts up. */
	readonly id: number;
	/** E.164. */
	readonly to: string;
	readonly text: string;
	/** ISO 8601 in UTC. */
	readonly at: string;
	/** The vendor that carried it. */
	readonly via: string;
}

/** What all phones of the demo have received, whichever gateway it came by. */
export interface TextInbox {
	add(text: Pick<Text, 'to' | 'text' | 'via'>): Text;
	/** Newest first; of one number or of all. */
	list(to?: string): readonly Text[];
}

const TEXTS_KEPT = 500;

/** `now` in milliseconds since the epoch. */
export const createTextInbox = (now: () => number): TextInbox => {
	const texts: Text[] = [];
	let last = 0;
	return {
		add(given) {
			last += 1;
			const text = { id: last, at: new Date(now()).toISOString(), ...given };
			texts.unshift(text);
			texts.splice(TEXTS_KEPT);
			return text;
		},
		list: (to) => (to === undefined ? [...texts] : texts.filter((text) => text.to === to)),
	};
};
