import { useRead } from '../api/read.tsx';
import { useWords } from '../locales/words.tsx';
import { Icon } from '../ui/icon.tsx';
import { Tile } from './tile.tsx';

/** Who uses a shared mailbox. */
export const PeopleTile = () => {
	const { t } = useWords();
	const { data, problem } = useRead('GET /api/people');
	const invited = data?.invitations.length ?? 0;
	return (
		<Tile
			unread={problem !== undefined}
			to="/security/people"
			title={t('overview.people')}
			count={data?.people.length}
			drawn={<Icon name="people" />}
			text={data && (invited > 0 ? t('overview.invited', { count: invited }) : t('overview.peopleText'))}
		/>
	);
};
