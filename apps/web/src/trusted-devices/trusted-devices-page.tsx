import { useState } from 'react';
import type { Answer } from '../api/call.ts';
import { useRead } from '../api/read.tsx';
import { clientName } from '../clients/client-name.ts';
import { LiveSessionsSection, liveSessionsPlace } from '../live-sessions/live-sessions-section.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Row, RowsSection } from '../ui/rows.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { DeviceRow } from './device-row.tsx';
import { type Revocation, RevokeDialog } from './revoke-dialog.tsx';
import { TrustThis } from './trust-this.tsx';

interface DevicesProps extends Answer<'GET /api/trusted-devices'> {
	readonly onRevoke: (what: Revocation) => void;
}

const Devices = ({ devices, days, onRevoke }: DevicesProps) => {
	const { t } = useWords();
	const none = days === 0 ? 'off' : 'none';
	return (
		<RowsSection
			title={t('trustedDevices.section')}
			aside={
				devices.length > 1 && (
					<Button manner="quiet" compact onClick={() => onRevoke('all')}>
						{t('trustedDevices.revokeAll')}
					</Button>
				)
			}
		>
			{devices.map((device) => (
				<DeviceRow
					key={device.id}
					device={device}
					onRevoke={() => onRevoke({ id: device.id, name: clientName(device.client, t) })}
				/>
			))}
			{devices.length === 0 && (
				<Row start={<Icon name="device" />} title={t(`trustedDevices.${none}.title`)}>
					<p>{days === 0 ? t('trustedDevices.off.text') : t('trustedDevices.none.text', { days })}</p>
				</Row>
			)}
		</RowsSection>
	);
};

/** What has just been done. */
type Deed =
	| { readonly what: 'revoked'; readonly which: Revocation }
	| { readonly what: 'trusted'; readonly until: string };

const Told = ({ deed }: { deed: Deed }) => {
	const { t, times } = useWords();
	const words = () => {
		if (deed.what === 'trusted') return t('trustedDevices.trust.done', { day: times.day(deed.until) });
		return deed.which === 'all'
			? t('trustedDevices.revokedAll')
			: t('trustedDevices.revoked', { name: deed.which.name });
	};
	return (
		<Note tone="plain" takesFocus>
			<p>{words()}</p>
		</Note>
	);
};

/** Where a person is known: the browsers that ask for no second step, and those that are signed in at this moment. */
const TrustedDevicesPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const session = useAccountSession();
	const { data, problem, again } = useRead('GET /api/trusted-devices');
	const [revoking, setRevoking] = useState<Revocation>();
	const [deed, setDeed] = useState<Deed>();
	const offer = session.state === 'signed-in' ? session.trustOffer : null;
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle step={t('trustedDevices.title')} />
					<p className="muted">{t('trustedDevices.lead')}</p>
					<p>
						<a href={`#${liveSessionsPlace}`}>{t('trustedDevices.signIns')}</a>
					</p>
				</div>
			</div>
			{deed && <Told key={JSON.stringify(deed)} deed={deed} />}
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data && <Devices {...data} onRevoke={setRevoking} />}
			{data && offer && <TrustThis days={offer.days} onTrusted={(until) => setDeed({ what: 'trusted', until })} />}
			<LiveSessionsSection />
			{revoking && (
				<RevokeDialog
					what={revoking}
					onClose={() => setRevoking(undefined)}
					onRevoked={() => {
						setDeed({ what: 'revoked', which: revoking });
						setRevoking(undefined);
					}}
				/>
			)}
		</>
	);
};

export default TrustedDevicesPage;
