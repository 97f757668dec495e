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
	/** How many have been invited and have not come yet. */
	readonly invited: number;
	readonly onRename: (person: PersonView) => void;
	readonly onRemove: (person: PersonView) => void;
}

export const PeopleList = ({ people, invited, onRename, onRemove }: PeopleListProps) => {
	const { t } = useWords();
	return (
		<RowsSection
			title={t('people.section')}
			aside={
				<span className="small muted numerals">
					{invited === 0
						? t('people.count', { count: people.length })
						: t('people.countInvited', { count: people.length, invited })}
				</span>
			}
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
					<p>
						<span className="fact">
							{t('people.invitations.until', { time: times.until(invitation.expiresAt, serverNow()) })}
						</span>
					</p>
				</Row>
			))}
		</RowsSection>
	);
};
