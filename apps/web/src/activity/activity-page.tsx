import { Link } from 'react-router-dom';
import { useRead } from '../api/read.tsx';
import { serverNow } from '../api/server-clock.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { useSite } from '../site/site.tsx';
import { Icon } from '../ui/icon.tsx';
import { Row, Rows, RowsSection } from '../ui/rows.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { byDay } from './by-day.ts';
import { EntryRow } from './entry-row.tsx';
import './activity-page.css';

/** What a person does about something they do not recognise. */
const NotYou = () => {
	const { t } = useWords();
	return (
		<p className="small not-you">
			<span>{t('activity.notYou')}</span> <Link to="/security/web-password">{t('activity.change')}</Link>{' '}
			<Link to="/security/trusted-devices">{t('activity.devices')}</Link>
		</p>
	);
};

/** What happened to the account, day by day. */
const ActivityPage = () => {
	const { t, times } = useWords();
	const say = useProblemWords();
	const { account } = useAccountSession();
	const site = useSite();
	const { data, problem, again } = useRead('GET /api/activity');
	const now = serverNow();
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle step={t('activity.title')} />
					<p className="muted">{t(account.kind === 'shared' ? 'activity.leadShared' : 'activity.lead')}</p>
					{site?.notices && <p className="small muted">{t('activity.notices')}</p>}
				</div>
			</div>
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data?.entries.length === 0 && (
				<div className="sheet padded-rows">
					<Rows>
						<Row rank={2} start={<Icon name="clock" />} title={t('activity.empty.title')}>
							<p>{t('activity.empty.text')}</p>
						</Row>
					</Rows>
				</div>
			)}
			{data && data.entries.length > 0 && <NotYou />}
			{data && (
				<div className="activity">
					{byDay(data.entries, (at) => times.dayOf(at, now)).map(({ name, entries }) => (
						<RowsSection key={name} title={name}>
							{entries.map((entry) => (
								<EntryRow key={entry.id} entry={entry} />
							))}
						</RowsSection>
					))}
				</div>
			)}
		</>
	);
};

export default ActivityPage;
