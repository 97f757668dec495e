import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { useState } from 'react';
import { useRead } from '../api/read.tsx';
import { serverNow } from '../api/server-clock.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Row, RowsSection } from '../ui/rows.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Tally } from '../ui/tally.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { When } from '../ui/when.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { FactorNeeded, Full } from './hindrances.tsx';
import './list-page.css';

const PasswordRow = ({ password, onDelete }: { password: ClientPasswordView; onDelete: () => void }) => {
	const { t, times } = useWords();
	const now = serverNow();
	const { name, createdAt, lastUsed } = password;
	return (
		<Row
			start={<Icon name="mail" />}
			title={name}
			end={
				<Button compact onClick={onDelete} aria-label={t('clientPasswords.deleteNamed', { name })}>
					{t('clientPasswords.delete')}
				</Button>
			}
		>
			<p>
				<When
					iso={createdAt}
					text={t('clientPasswords.madeOn', { when: times.relative(createdAt, now) })}
					exact={times.exact(createdAt)}
				/>
			</p>
			<p>
				{lastUsed === null ? (
					t('clientPasswords.never')
				) : (
					<>
						<span className="fact">
							<When
								iso={lastUsed.at}
								text={t('clientPasswords.lastUsed', { when: times.relative(lastUsed.at, now) })}
								exact={times.exact(lastUsed.at)}
							/>
						</span>
						<span className="fact">
							{t('clientPasswords.by', {
								protocol: t(`clientPasswords.protocols.${lastUsed.protocol}`),
								address: lastUsed.address,
							})}
						</span>
					</>
				)}
			</p>
		</Row>
	);
};

interface PasswordsProps {
	readonly passwords: readonly ClientPasswordView[];
	readonly limit: number;
	readonly onDelete: (password: ClientPasswordView) => void;
}

const Passwords = ({ passwords, limit, onDelete }: PasswordsProps) => {
	const { t } = useWords();
	const used = passwords.length;
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
		<RowsSection title={t('clientPasswords.section')} aside={count}>
			{passwords.map((password) => (
				<PasswordRow key={password.id} password={password} onDelete={() => onDelete(password)} />
			))}
			{used === 0 && (
				<Row start={<Icon name="mail" />} title={t('clientPasswords.empty.title')}>
					<p>{t('clientPasswords.empty.text')}</p>
				</Row>
			)}
		</RowsSection>
	);
};

/** The passwords of mail apps: what they are called, when and by what they were last used, and the way to end one. */
const ListPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const session = useAccountSession();
	const { data, problem, again } = useRead('GET /api/client-passwords');
	const [deleting, setDeleting] = useState<ClientPasswordView>();
	const [deleted, setDeleted] = useState<string>();
	const factorNeeded = session.state === 'signed-in' && !session.twoFactor;
	const full = data !== undefined && data.clientPasswords.length >= data.limit;
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
			{deleted !== undefined && (
				<Note key={deleted} tone="plain" takesFocus>
					<p>{t('clientPasswords.deleted', { name: deleted })}</p>
				</Note>
			)}
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data && factorNeeded && <FactorNeeded />}
			{data && full && !factorNeeded && <Full limit={data.limit} here />}
			{data && (!factorNeeded || data.clientPasswords.length > 0) && (
				<Passwords passwords={data.clientPasswords} limit={data.limit} onDelete={setDeleting} />
			)}
			{deleting && (
				<DeleteDialog
					password={deleting}
					onClose={() => setDeleting(undefined)}
					onDeleted={() => {
						setDeleted(deleting.name);
						setDeleting(undefined);
					}}
				/>
			)}
		</>
	);
};

export default ListPage;
