import { useRead } from '../api/read.tsx';
import { useWords } from '../locales/words.tsx';
import { Tally } from '../ui/tally.tsx';
import { Tile } from './tile.tsx';

/** n of 6, and the way to them. */
export const ClientPasswordsTile = ({ twoFactor }: { twoFactor: boolean }) => {
	const { t } = useWords();
	const { data, problem } = useRead('GET /api/client-passwords');
	const used = data?.clientPasswords.length ?? 0;
	const left = data && data.limit - used;
	const state = (left: number) => {
		if (!twoFactor && used === 0) return t('overview.needsFactor');
		return left > 0 ? t('overview.more', { left }) : t('overview.full');
	};
	return (
		<Tile
			unread={problem !== undefined}
			to="/security/client-passwords"
			title={t('overview.clientPasswords')}
			count={data && used}
			limit={data?.limit}
			drawn={data && <Tally used={used} limit={data.limit} />}
			text={left === undefined ? undefined : state(left)}
		/>
	);
};
