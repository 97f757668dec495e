import { useLocation } from 'react-router-dom';
import { useRead } from '../api/read.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { firstKind, kindsCount, kindsShown } from '../methods/kinds-shown.ts';
import { MethodPostmark } from '../methods/method-facts.tsx';
import { MethodRows } from '../methods/method-rows.tsx';
import { recoveredIn } from '../session/recovered.ts';
import { useAccountSession } from '../session/use-account.ts';
import { StaleClients } from '../stale-clients/stale-clients.tsx';
import { RowsSection } from '../ui/rows.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { ClientPasswordsTile } from './client-passwords-tile.tsx';
import { MailAppsStopped } from './mail-apps-stopped.tsx';
import { PeopleTile } from './people-tile.tsx';
import { RecoveryCodesTile } from './recovery-codes-tile.tsx';
import { CodesRunOut, CodeUsed, RequiredFrom } from './reminders.tsx';
import { StateCard } from './state-card.tsx';
import { Tiles } from './tile.tsx';
import { TrustedDevicesTile } from './trusted-devices-tile.tsx';

/** How well the account is protected, at a glance. */
const OverviewPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const session = useAccountSession();
	const { state: left } = useLocation();
	const { data, problem, again } = useRead('GET /api/methods');
	if (problem)
		return <Unreachable title={t('shell.unreachable')} text={say(problem)} retry={t('shell.retry')} onRetry={again} />;
	if (!data) return <Waiting text={t('shell.loading')} />;
	const { methods, allowed, recovery } = data;
	const twoFactor = methods.length > 0;
	const kinds = kindsShown(methods, allowed);
	const begin = firstKind(allowed);
	const requiredFrom = session.state === 'signed-in' ? session.twoFactorRequiredFrom : null;
	return (
		<>
			<StateCard methods={methods} begin={begin} />
			{requiredFrom !== null && !twoFactor && <RequiredFrom day={requiredFrom} begin={begin} />}
			{recoveredIn(left) && twoFactor && <CodeUsed left={recovery?.left ?? 0} methods={methods} />}
			{twoFactor && <CodesRunOut recovery={recovery} />}
			{twoFactor && <MailAppsStopped of={session.person?.id ?? session.account.address} />}
			{twoFactor && <StaleClients />}
			<RowsSection
				title={t('methods.title')}
				aside={<span className="small muted numerals">{t('methods.count', kindsCount(kinds))}</span>}
			>
				<MethodRows
					rank={3}
					kinds={kinds.filter((shown) => shown.allowed || shown.methods.length > 0)}
					all={methods}
					end={(method) => <MethodPostmark method={method} />}
				/>
			</RowsSection>
			<Tiles>
				{session.account.kind === 'shared' && <PeopleTile />}
				<RecoveryCodesTile recovery={recovery} twoFactor={twoFactor} />
				<ClientPasswordsTile twoFactor={twoFactor} />
				<TrustedDevicesTile twoFactor={twoFactor} />
			</Tiles>
		</>
	);
};

export default OverviewPage;
