import type { RecoveryView } from '@mailward/shared/contract/enrolments.ts';
import { recoveryCodeCount } from '@mailward/shared/factors/recovery.ts';
import { useWords } from '../locales/words.tsx';
import { Tally } from '../ui/tally.tsx';
import { Tile } from './tile.tsx';

interface RecoveryCodesTileProps {
	readonly recovery: RecoveryView | null;
	readonly twoFactor: boolean;
}

/** How many of ten are left. */
export const RecoveryCodesTile = ({ recovery, twoFactor }: RecoveryCodesTileProps) => {
	const { t } = useWords();
	const left = recovery?.left ?? 0;
	const limit = recovery?.of ?? recoveryCodeCount;
	const none = t(twoFactor ? 'overview.codesNone' : 'overview.needsFactor');
	return (
		<Tile
			to="/security/recovery-codes"
			title={t('overview.recoveryCodes')}
			count={left}
			limit={limit}
			drawn={<Tally used={left} limit={limit} />}
			text={recovery ? t('overview.codesLeft', { count: left }) : none}
		/>
	);
};
