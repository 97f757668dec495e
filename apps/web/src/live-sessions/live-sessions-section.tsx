import type { LiveSessionView } from '@mailward/shared/contract/sessions.ts';
import { useState } from 'react';
import { useRead } from '../api/read.tsx';
import { ClientFacts, WhenFact } from '../clients/client-facts.tsx';
import { clientName } from '../clients/client-name.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { RowActs } from '../ui/row-acts.tsx';
import { Row, RowsSection } from '../ui/rows.tsx';
import { Unreachable } from '../ui/waiting.tsx';
import { EndDialog, type Ending } from './end-dialog.tsx';

const SessionRow = ({ session, onEnd }: { session: LiveSessionView; onEnd: () => void }) => {
	const { t } = useWords();
	const name = clientName(session.client, t);
	return (
		<Row
			start={<Icon name="browser" />}
			title={
				<>
					{name} {session.current && <span className="tag">{t('liveSessions.current')}</span>}
				</>
			}
			end={
				!session.current && (
					<RowActs>
						<Button compact onClick={onEnd} aria-label={t('liveSessions.endNamed', { name })}>
							{t('liveSessions.end')}
						</Button>
					</RowActs>
				)
			}
		>
			<ClientFacts client={session.client}>
				<WhenFact at={session.signedInAt} say={(when) => t('liveSessions.since', { when })} />
				{!session.current && <WhenFact at={session.lastSeenAt} say={(when) => t('liveSessions.seen', { when })} />}
			</ClientFacts>
		</Row>
	);
};

/** Where on its page it stands. */
export const liveSessionsPlace = 'signed-in-now';

/** The browsers a person is signed in with at this moment, and the way to end that elsewhere. */
export const LiveSessionsSection = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const { data, problem, again } = useRead('GET /api/sessions');
	const [ending, setEnding] = useState<Ending>();
	const [ended, setEnded] = useState<Ending>();
	if (problem) return <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />;
	if (!data) return null;
	const others = data.sessions.filter(({ current }) => !current);
	return (
		<>
			{ended && (
				<Note key={JSON.stringify(ended)} tone="plain" takesFocus>
					<p>{ended === 'all' ? t('liveSessions.endedAll') : t('liveSessions.ended', { name: ended.name })}</p>
				</Note>
			)}
			<RowsSection
				id={liveSessionsPlace}
				title={t('liveSessions.section')}
				aside={
					others.length > 0 ? (
						<Button manner="quiet" compact onClick={() => setEnding('all')}>
							{t('liveSessions.endAll')}
						</Button>
					) : (
						<span className="small muted">{t('liveSessions.alone')}</span>
					)
				}
			>
				{data.sessions.map((session) => (
					<SessionRow
						key={session.id}
						session={session}
						onEnd={() => setEnding({ id: session.id, name: clientName(session.client, t) })}
					/>
				))}
			</RowsSection>
			{ending && (
				<EndDialog
					what={ending}
					onClose={() => setEnding(undefined)}
					onEnded={() => {
						setEnded(ending);
						setEnding(undefined);
					}}
				/>
			)}
		</>
	);
};
