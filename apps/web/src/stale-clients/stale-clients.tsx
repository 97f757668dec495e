import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useFollowing } from '../api/use-following.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { atOnce, byApp, inOrder, type StaleApp } from './banner.ts';
import { StaleClientItem } from './stale-client-item.tsx';
import './stale-clients.css';

/** What those who listen hear: how many there are, not each of their tries; and that all is well again. */
const Heard = ({ count }: { count: number }) => {
	const { t } = useWords();
	return (
		<p className="unseen" role="status">
			{count > 0 && t('staleClients.heard', { count })}
		</p>
	);
};

/** What they have in common; where that is nothing but that they cannot sign in, one alone speaks for itself. */
const Heading = ({ clients }: { clients: readonly StaleApp[] }) => {
	const { t } = useWords();
	const count = clients.length;
	if (clients.every(({ reason }) => reason === 'web-password')) return <h2>{t('staleClients.allWebPassword')}</h2>;
	return count > 1 && <h2>{t('staleClients.several', { count })}</h2>;
};

/**
 * Mail apps that still try with what no longer opens the mailbox, each with what mends it. It comes and goes by itself while
 * the page is seen. `onList`: the passwords stand on the same page.
 */
export const StaleClients = ({ onList = false }: { onList?: boolean }) => {
	const { t } = useWords();
	const { news } = useFollowing('/api/stale-clients', '', true);
	const [all, setAll] = useState(false);
	const [seen, setSeen] = useState(false);
	const clients = byApp(inOrder(news?.staleClients ?? []));
	const count = clients.length;
	// Remembered while it is drawn, so that the last one to go leaves a word behind.
	if (count > 0 && !seen) setSeen(true);
	const shown = all ? clients : clients.slice(0, atOnce);
	return (
		<div className="stale-clients">
			<Heard count={count} />
			{news !== undefined && count === 0 && seen && (
				<Note tone="plain">
					<p>{t('staleClients.mended')}</p>
				</Note>
			)}
			{count > 0 && (
				<Note tone="warning" announce={false}>
					<Heading clients={clients} />
					<ul>
						{shown.map((client) => (
							<StaleClientItem key={client.id} client={client} onList={onList} />
						))}
					</ul>
					{count > shown.length && (
						<Button manner="quiet" compact onClick={() => setAll(true)}>
							{t('staleClients.more', { count: count - shown.length })}
						</Button>
					)}
					<div className="small foot-words">
						<p>{t('staleClients.safe')}</p>
						{clients.some(({ reason }) => reason === 'web-password') && (
							<p>
								{t('staleClients.unknown')}
								<Link to="/security/web-password">{t('staleClients.change')}</Link>
							</p>
						)}
					</div>
				</Note>
			)}
		</div>
	);
};
