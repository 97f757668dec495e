import type { StaleClientView } from '@mailward/shared/contract/stale-clients.ts';
import { serverNow } from '../api/server-clock.ts';
import { inSentence, shortAppName } from '../clients/short-app-name.ts';
import type { Translate } from '../locales/translate.ts';
import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { When } from '../ui/when.tsx';
import { remedyFor } from './banner.ts';
import { since } from './since.ts';

/** `IMAP, probably Outlook`, as far as it is known. */
const whatOf = ({ protocol, client }: StaleClientView, t: Translate): string => {
	const by = t(`clientPasswords.protocols.${protocol}`);
	return client.browser ? t('staleClients.probably', { protocol: by, app: client.browser }) : by;
};

const titleOf = (client: StaleClientView, t: Translate): string => {
	const { reason, name } = client;
	const fill = { address: client.client.address, what: whatOf(client, t) };
	switch (reason) {
		case 'web-password':
			return t('staleClients.web-password.title', fill);
		case 'deleted':
		case 'expired':
			return t(`staleClients.${reason}.title`, { ...fill, name });
		case 'not-allowed':
			return t('staleClients.not-allowed.title', {
				...fill,
				name,
				protocol: t(`clientPasswords.protocols.${client.protocol}`),
			});
	}
};

const textOf = ({ reason, protocol }: StaleClientView, t: Translate): string =>
	reason === 'not-allowed'
		? t('staleClients.not-allowed.text', { protocol: t(`clientPasswords.protocols.${protocol}`) })
		: t(`staleClients.${reason}.text`);

const Remedies = ({ client, onList }: { client: StaleClientView; onList: boolean }) => {
	const { t, language } = useWords();
	const remedy = remedyFor(client);
	if (remedy.by === 'change') {
		if (onList) return null;
		return (
			<ButtonLink to="/security/client-passwords" compact>
				{t('staleClients.list')}
			</ButtonLink>
		);
	}
	const { app } = remedy;
	const name = app && inSentence(shortAppName(app, t), language);
	return (
		<>
			<ButtonLink to={`/security/client-passwords/new${app ? `/${app}` : ''}`} compact>
				{name === undefined ? t('staleClients.make') : t('staleClients.makeFor', { app: name })}
			</ButtonLink>
			<ButtonLink to={app ? `/guide/${app}` : '/guide'} manner="quiet" compact>
				{name === undefined ? t('staleClients.guide') : t('staleClients.guideFor', { app: name })}
			</ButtonLink>
		</>
	);
};

/** One mail app: where it is, what it sends, how often, and what mends it. */
export const StaleClientItem = ({ client, onList }: { client: StaleClientView; onList: boolean }) => {
	const { t, times, language } = useWords();
	const now = serverNow();
	const { firstAt, lastAt, tries, cloud, client: from } = client;
	return (
		<li>
			<p>
				<b>{titleOf(client, t)}</b>
			</p>
			<p className="small muted">
				{from.place && <span className="fact">{from.place[language]}</span>}
				<span className="fact">{t('staleClients.tries', { count: tries })}</span>
				{tries > 1 && (
					<span className="fact">
						<When
							iso={firstAt}
							text={t('staleClients.first', { since: since(firstAt, now, language, times) })}
							exact={times.exact(firstAt)}
						/>
					</span>
				)}
				<span className="fact">
					<When
						iso={lastAt}
						text={t('staleClients.latest', { when: times.relative(lastAt, now) })}
						exact={times.exact(lastAt)}
					/>
				</span>
			</p>
			{cloud && <p className="small">{t(`staleClients.cloud.${cloud}`)}</p>}
			<p className="small">{textOf(client, t)}</p>
			<div className="remedies">
				<Remedies client={client} onList={onList} />
			</div>
		</li>
	);
};
