import type { TrustedDeviceView } from '@mailward/shared/contract/trusted-devices.ts';
import { ClientFacts, WhenFact } from '../clients/client-facts.tsx';
import { clientName } from '../clients/client-name.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { RowActs } from '../ui/row-acts.tsx';
import { Row } from '../ui/rows.tsx';

/** One browser that is trusted: which, where, since when and until when. */
export const DeviceRow = ({ device, onRevoke }: { device: TrustedDeviceView; onRevoke: () => void }) => {
	const { t, times } = useWords();
	const name = clientName(device.client, t);
	return (
		<Row
			start={<Icon name="device" />}
			title={
				<>
					{name} {device.current && <span className="tag">{t('trustedDevices.current')}</span>}
				</>
			}
			end={
				<RowActs>
					<Button compact onClick={onRevoke} aria-label={t('trustedDevices.revokeNamed', { name })}>
						{t('trustedDevices.revoke')}
					</Button>
				</RowActs>
			}
		>
			<ClientFacts client={device.client}>
				<WhenFact at={device.lastUsedAt} say={(when) => t('trustedDevices.lastUsed', { when })} />
				<span className="fact">{t('trustedDevices.trusted', { day: times.day(device.createdAt) })}</span>
				<span className="fact">{t('trustedDevices.expires', { day: times.day(device.expiresAt) })}</span>
			</ClientFacts>
		</Row>
	);
};
