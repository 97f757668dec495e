import type { InvitationView, PersonView } from '@mailward/shared/contract/people.ts';
import { serverNow } from '../api/server-clock.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { RowActs } from '../ui/row-acts.tsx';
import { Row, RowsSection } from '../ui/rows.tsx';
import { PersonRow } from './person-row.tsx';

interface PeopleListProps {
	readonly people: readonly PersonView[];
	/** Places taken, those of the invited included, and how many there are. */
	readonly used: number;
	readonly limit: number;
	readonly onRename: (person: PersonView) => void;
	readonly onRemove: (person: PersonView) => void;
}

export const PeopleList = ({ people, used, limit, onRename, onRemove }: PeopleListProps) => {
	const { t } = useWords();
	return (
		<RowsSection
			title={t('people.section')}
			aside={<span className="small muted numerals">{t('people.count', { used, limit })}</span>}
		>
			{people.map((person) => (
				<PersonRow
					key={person.id}
					person={person}
					only={people.length === 1}
					onRename={() => onRename(person)}
					onRemove={() => onRemove(person)}
				/>
			))}
		</RowsSection>
	);
};

interface InvitationsListProps {
	readonly invitations: readonly InvitationView[];
	readonly onTakeBack: (invitation: InvitationView) => void;
}

/** Who has been invited and has not come yet. */
export const InvitationsList = ({ invitations, onTakeBack }: InvitationsListProps) => {
	const { t, times } = useWords();
	if (invitations.length === 0) return null;
	return (
		<RowsSection title={t('people.invitations.title')}>
			{invitations.map((invitation) => (
				<Row
					key={invitation.id}
					start={<Icon name="clock" />}
					title={invitation.name}
					end={
						<RowActs>
							<Button
								compact
								onClick={() => onTakeBack(invitation)}
								aria-label={t('people.invitations.takeBackNamed', { name: invitation.name })}
							>
								{t('people.invitations.takeBack')}
							</Button>
						</RowActs>
					}
				>
					<p>{t('people.invitations.until', { time: times.until(invitation.expiresAt, serverNow()) })}</p>
				</Row>
			))}
		</RowsSection>
	);
};
