import type { ClientView } from '@mailward/shared/contract/client.ts';
import type { ReactNode } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { useWords } from '../locales/words.tsx';
import { When } from '../ui/when.tsx';
import { clientPlace } from './client-place.ts';

/** Where a browser is, and what else there is to say of it, each whole on its line. */
export const ClientFacts = ({ client, children }: { client: ClientView; children: ReactNode }) => {
	const { t, language } = useWords();
	return (
		<>
			<p>{clientPlace(client, language, t)}</p>
			<p>{children}</p>
		</>
	);
};

interface FactProps {
	/** ISO 8601. */
	readonly at: string;
	/** What happened then, with the time in words. */
	readonly say: (when: string) => string;
}

/** A time that something happened at, in words, with the exact one behind it. */
export const WhenFact = ({ at, say }: FactProps) => {
	const { times } = useWords();
	return (
		<span className="fact">
			<When iso={at} text={say(times.relative(at, serverNow()))} exact={times.exact(at)} />
		</span>
	);
};
