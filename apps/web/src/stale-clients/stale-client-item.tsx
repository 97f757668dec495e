import type { Language } from '@mailward/shared/languages.ts';
import { serverNow } from '../api/server-clock.ts';
import { inSentence, shortAppName } from '../clients/short-app-name.ts';
import type { Translate } from '../locales/translate.ts';
import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { When } from '../ui/when.tsx';
import { remedyFor, type StaleApp } from './banner.ts';
import { since } from './since.ts';

interface Telling {
	readonly t: Translate;
	readonly language: Language;
}

/** `IMAP and SMTP`; in 中文 between 、 as names in a row are. */
const protocolsOf = ({ protocols }: StaleApp, { t, language }: Telling): string => {
	const names = protocols.map((protocol) => t(`clientPasswords.protocols.${protocol}`));
	return language === 'zh' ? names.join('、') : new Intl.ListFormat('en-GB').format(names);
};

/** `IMAP, probably Outlook`, as far as it is known. */
const whatOf = (app: StaleApp, telling: Telling): string => {
	const { t } = telling;
	const { client } = app;
	const by = protocolsOf(app, telling);
	return client.browser ? t('staleClients.probably', { protocol: by, app: client.browser }) : by;
};

const titleOf = (client: StaleApp, telling: Telling): string => {
	const { t } = telling;
	const { reason, name } = client;
	const fill = { address: client.client.address, what: whatOf(client, telling) };
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
				protocol: protocolsOf(client, telling),
			});
	}
};

const textOf = (client: StaleApp, telling: Telling): string =>
	client.reason === 'not-allowed'
		? telling.t('staleClients.not-allowed.text', { protocol: protocolsOf(client, telling) })
		: telling.t(`staleClients.${client.reason}.text`);

const Remedies = ({ client, onList }: { client: StaleApp; onList: boolean }) => {
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
export const StaleClientItem = ({ client, onList }: { client: StaleApp; onList: boolean }) => {
	const { t, times, language } = useWords();
	const now = serverNow();
	const { firstAt, lastAt, tries, cloud, client: from } = client;
	return (
		<li>
			<p>
				<b>{titleOf(client, { t, language })}</b>
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
			<p className="small">{textOf(client, { t, language })}</p>
			<div className="remedies">
				<Remedies client={client} onList={onList} />
			</div>
		</li>
	);
};
