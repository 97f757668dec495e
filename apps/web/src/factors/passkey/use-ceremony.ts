import { useEffect, useRef, useState } from 'react';
import type { Ceremony } from './ceremony.ts';
import type { CeremonyEnd } from './ceremony-end.ts';

type Told = Exclude<CeremonyEnd, 'withdrawn'>;

/** Holds a ceremony, one at a time; leaving the page ends it. Nothing is sent but an answer. */
export const useCeremony = <A>(
	hold: (ceremonies: typeof import('./ceremony.ts')) => Promise<Ceremony<A>>,
	onAnswer: (answer: A) => void,
) => {
	const [asking, setAsking] = useState(false);
	const [end, setEnd] = useState<{ readonly why: Told }>();
	const underWay = useRef(false);

	useEffect(() => {
		// Fetched before it is needed: some browsers ask for a passkey only shortly after a press.
		const ceremonies = import('./ceremony.ts');
		ceremonies.catch(() => undefined);
		return () => {
			if (underWay.current) void ceremonies.then(({ withdrawCeremony }) => withdrawCeremony());
		};
	}, []);

	const ask = async () => {
		underWay.current = true;
		setAsking(true);
		setEnd(undefined);
		try {
			const ceremony = await hold(await import('./ceremony.ts'));
			if ('answer' in ceremony) onAnswer(ceremony.answer);
			else if (ceremony.end !== 'withdrawn') setEnd({ why: ceremony.end });
		} catch {
			// The code for it did not arrive.
			setEnd({ why: 'failed' });
		} finally {
			underWay.current = false;
			setAsking(false);
		}
	};

	return {
		ask: () => {
			if (!underWay.current) void ask();
		},
		asking,
		/** Ends it, as if nothing had been asked. */
		withdraw: () => {
			if (underWay.current) void import('./ceremony.ts').then(({ withdrawCeremony }) => withdrawCeremony());
		},
		/** Why there was no answer; a new object for each attempt. */
		end,
	};
};
