import { useRead } from '../api/read.tsx';
import { serverNow } from '../api/server-clock.ts';
import { useWords } from '../locales/words.tsx';
import { Icon } from '../ui/icon.tsx';
import { Tile } from './tile.tsx';

/** As many as a tile is wide. */
const drawn = 6;

/** How many browsers sign in without a second step, and when one last did. */
export const TrustedDevicesTile = ({ twoFactor }: { twoFactor: boolean }) => {
	const { t, times } = useWords();
	const { data, problem } = useRead('GET /api/trusted-devices');
	const latest = data?.devices
		.map(({ lastUsedAt }) => lastUsedAt)
		.sort()
		.at(-1);
	const none = () => {
		if (data?.days === 0) return t('overview.devicesOff');
		return t(twoFactor ? 'overview.devicesNone' : 'overview.needsFactor');
	};
	return (
		<Tile
			unread={problem !== undefined}
			to="/security/trusted-devices"
			title={t('overview.trustedDevices')}
			count={data?.devices.length}
			drawn={data?.devices.slice(0, drawn).map(({ id }) => <Icon key={id} name="device" small />)}
			text={
				data && (latest === undefined ? none() : t('overview.latest', { when: times.relative(latest, serverNow()) }))
			}
		/>
	);
};
