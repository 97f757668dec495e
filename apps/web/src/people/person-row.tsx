import type { PersonView } from '@mailward/shared/contract/people.ts';
import { WhenFact } from '../clients/client-facts.tsx';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { RowActs } from '../ui/row-acts.tsx';
import { Row } from '../ui/rows.tsx';
import { personName } from './person-name.ts';

interface PersonRowProps {
	readonly person: PersonView;
	/** Nobody else would be left. */
	readonly only: boolean;
	readonly onRename: () => void;
	readonly onRemove: () => void;
}

/** Somebody who uses the mailbox, with what they hold in it. */
export const PersonRow = ({ person, only, onRename, onRemove }: PersonRowProps) => {
	const { t, times } = useWords();
	const name = personName(person, t);
	const { methods, clientPasswords, createdAt, lastUsedAt } = person;
	return (
		<Row
			start={<Icon name="person" />}
			title={
				<>
					{name} {person.current && <span className="tag">{t('people.you')}</span>}
				</>
			}
			end={
				<RowActs>
					{person.current && (
						<Button compact onClick={onRename} aria-label={t('people.rename.named', { name })}>
							{t('people.rename.act')}
						</Button>
					)}
					{!only && (
						<Button
							compact
							onClick={onRemove}
							{...(!person.current && { 'aria-label': t('people.remove.named', { name }) })}
						>
							{t(person.current ? 'people.leave.act' : 'people.remove.act')}
						</Button>
					)}
				</RowActs>
			}
		>
			<p>
				<span className="fact">{t('people.holds', { methods })}</span>
				<span className="fact">{t('people.holdsPasswords', { clientPasswords })}</span>
			</p>
			<p>
				{lastUsedAt === null ? (
					<span className="fact">{t('people.never')}</span>
				) : (
					<WhenFact at={lastUsedAt} say={(when) => t('people.lastUsed', { when })} />
				)}
				<span className="fact">{t('people.since', { day: times.day(createdAt) })}</span>
			</p>
			{only && <p>{t('people.only')}</p>}
		</Row>
	);
};
