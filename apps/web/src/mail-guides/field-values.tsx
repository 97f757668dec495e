import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import { useWords } from '../locales/words.tsx';
import { Address } from '../ui/address.tsx';
import type { MailServers } from './guide.ts';
import './field-values.css';

type MailServer = MailServers['imap'];

interface ServerProps {
	readonly title: string;
	readonly server: MailServer;
	/** The same mail by another protocol. */
	readonly or?: MailServer | undefined;
	readonly address: string;
}

const Server = ({ title, server, or, address }: ServerProps) => {
	const { t } = useWords();
	const endpoint = ({ host, port, security }: MailServer, label: string) => (
		<div>
			<dt>{label}</dt>
			<dd>
				<b className="pickable">{host}</b>
				<small>
					{t('mailGuides.values.port')} <span className="numerals">{port}</span>
					{' · '}
					{t(`mailGuides.values.${security}`)}
				</small>
			</dd>
		</div>
	);
	return (
		<section>
			<h4>{title}</h4>
			<dl>
				{endpoint(server, t('mailGuides.values.server'))}
				{or && endpoint(or, t('mailGuides.values.pop3'))}
				<div>
					<dt>{t('mailGuides.values.username')}</dt>
					<dd>
						<b className="pickable">
							<Address address={address} />
						</b>
						<small>{t('mailGuides.values.usernameHint')}</small>
					</dd>
				</div>
				<div>
					<dt>{t('mailGuides.values.password')}</dt>
					<dd>
						<b>{t('mailGuides.values.passwordIs')}</b>
						<small>{t('mailGuides.values.passwordHint')}</small>
					</dd>
				</div>
			</dl>
		</section>
	);
};

export interface FieldValuesProps {
	/** How the mail app fetches and sends. */
	readonly protocols: readonly MailProtocol[];
	readonly mail: MailServers;
	readonly address: string;
}

/** What the drawings show, as text: to be copied, and to be read aloud. Both servers side by side and alike. */
export const FieldValues = ({ protocols, mail, address }: FieldValuesProps) => {
	const { t } = useWords();
	return (
		<section className="field-values">
			<h3>{t('mailGuides.values.title')}</h3>
			<div>
				{protocols.includes('imap') && (
					<Server
						title={t('mailGuides.values.incoming')}
						server={mail.imap}
						or={protocols.includes('pop3') ? mail.pop3 : undefined}
						address={address}
					/>
				)}
				<Server title={t('mailGuides.values.outgoing')} server={mail.submission} address={address} />
			</div>
		</section>
	);
};
