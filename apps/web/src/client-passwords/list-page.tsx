import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { useState } from 'react';
import type { Answer } from '../api/call.ts';
import { useRead } from '../api/read.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { StaleClients } from '../stale-clients/stale-clients.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Row, RowsSection } from '../ui/rows.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Tally } from '../ui/tally.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { FactorNeeded, Full } from './hindrances.tsx';
import { PasswordRow } from './password-row.tsx';
import './list-page.css';

/** What is about to be done with one of them. */
interface Intention {
	readonly to: 'edit' | 'delete';
	readonly password: ClientPasswordView;
}

interface PasswordsProps extends Answer<'GET /api/client-passwords'> {
	readonly onIntention: (intention: Intention) => void;
}

const Passwords = ({ clientPasswords, limit, endsConnections, onIntention }: PasswordsProps) => {
	const { t } = useWords();
	const used = clientPasswords.length;
	const count = (
		<span className="places">
			<Tally used={used} limit={limit} />
			<span className="small muted numerals">
				<span aria-hidden="true">{t('clientPasswords.count', { used, limit })}</span>
				<span className="unseen">{t('clientPasswords.countLabel', { used, limit })}</span>
			</span>
		</span>
	);
	return (
		<>
			<RowsSection title={t('clientPasswords.section')} aside={count}>
				{clientPasswords.map((password) => (
					<PasswordRow
						key={password.id}
						password={password}
						onEdit={() => onIntention({ to: 'edit', password })}
						onDelete={() => onIntention({ to: 'delete', password })}
					/>
				))}
				{used === 0 && (
					<Row start={<Icon name="mail" />} title={t('clientPasswords.empty.title')}>
						<p>{t('clientPasswords.empty.text')}</p>
					</Row>
				)}
			</RowsSection>
			{!endsConnections && used > 0 && <p className="small muted">{t('clientPasswords.staysConnected')}</p>}
		</>
	);
};

/** The passwords of mail apps: what they are called and for, when and by what they were used, and all that can be done. */
const ListPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const session = useAccountSession();
	const { data, problem, again } = useRead('GET /api/client-passwords');
	const [intention, setIntention] = useState<Intention>();
	const [done, setDone] = useState<string>();
	const factorNeeded = session.state === 'signed-in' && !session.twoFactor;
	const full = data !== undefined && data.clientPasswords.length >= data.limit;
	const close = () => setIntention(undefined);
	const finish = (words: string) => {
		setDone(words);
		close();
	};
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle step={t('clientPasswords.title')} />
					{!factorNeeded && <p className="muted">{t('clientPasswords.lead')}</p>}
				</div>
				{data && !factorNeeded && !full && (
					<ButtonLink to="/security/client-passwords/new" manner="go">
						{t('clientPasswords.new')}
					</ButtonLink>
				)}
			</div>
			{done !== undefined && (
				<Note key={done} tone="plain" takesFocus>
					<p>{done}</p>
				</Note>
			)}
			{!factorNeeded && <StaleClients onList />}
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data && factorNeeded && <FactorNeeded />}
			{data && full && !factorNeeded && <Full limit={data.limit} here />}
			{data && (!factorNeeded || data.clientPasswords.length > 0) && <Passwords {...data} onIntention={setIntention} />}
			{data && intention?.to === 'delete' && (
				<DeleteDialog
					password={intention.password}
					endsConnections={data.endsConnections}
					onClose={close}
					onDeleted={() => finish(t('clientPasswords.deleted', { name: intention.password.name }))}
				/>
			)}
			{intention?.to === 'edit' && (
				<EditDialog
					password={intention.password}
					onClose={close}
					onChanged={(name) => finish(t('clientPasswords.changed', { name }))}
				/>
			)}
		</>
	);
};

export default ListPage;
