import type { ActivityEntry } from '@mailward/shared/contract/activity.ts';
import { clientName } from '../clients/client-name.ts';
import { clientPlace } from '../clients/client-place.ts';
import { useWords } from '../locales/words.tsx';
import { Row } from '../ui/rows.tsx';
import { When } from '../ui/when.tsx';
import { Mark } from './mark.tsx';
import { namesDoer, personName, sentence } from './sentence.ts';

/** With what and where from: a browser, or a mail app by its protocol. */
const From = ({ entry }: { entry: ActivityEntry }) => {
	const { t, language } = useWords();
	if (!entry.client) return <span className="fact">{t('activity.atServer')}</span>;
	const what =
		entry.event === 'mail-app.new-network' || entry.event === 'mail-app.stale'
			? [t(`clientPasswords.protocols.${entry.protocol}`), entry.client.browser].filter(Boolean).join(' · ')
			: clientName(entry.client, t);
	return (
		<>
			<span className="fact">{what}</span>
			<span className="fact">{clientPlace(entry.client, language, t)}</span>
		</>
	);
};

/** One thing that happened: a sentence, when, with what, where from, and by whom where that is not a matter of course. */
export const EntryRow = ({ entry }: { entry: ActivityEntry }) => {
	const { t, times } = useWords();
	return (
		<Row start={<Mark entry={entry} />} title={sentence(entry, t)}>
			{entry.event === 'sign-in.denied' && <p className="faulty">{t('activity.deniedText')}</p>}
			{entry.event === 'trusted-device.copied' && <p className="faulty">{t('activity.deviceCopiedText')}</p>}
			<p>
				<span className="fact numerals">
					<When iso={entry.at} text={times.clock(entry.at)} exact={times.exact(entry.at)} />
				</span>
				{entry.person !== null && !namesDoer(entry) && (
					<span className="fact">{t('activity.by', { name: personName(entry.person, t) })}</span>
				)}
				<From entry={entry} />
			</p>
		</Row>
	);
};
