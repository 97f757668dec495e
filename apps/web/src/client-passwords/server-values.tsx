import type { SiteView } from '@mailward/shared/contract/site.ts';
import { useWords } from '../locales/words.tsx';
import { useSite } from '../site/site.tsx';
import { Address } from '../ui/address.tsx';
import './server-values.css';

type MailServer = SiteView['mail']['imap'];

interface ServerProps {
	readonly title: string;
	readonly server: MailServer;
	/** The same mail by another protocol. */
	readonly or?: MailServer;
	readonly address: string;
}

const Endpoint = ({ server, label }: { server: MailServer; label: string }) => {
	const { t } = useWords();
	return (
		<div>
			<dt>{label}</dt>
			<dd>
				<b className="pickable">{server.host}</b>
				<small>
					{t('clientPasswords.servers.port')} <span className="numerals">{server.port}</span>
					{' · '}
					{t(`clientPasswords.servers.${server.security}`)}
				</small>
			</dd>
		</div>
	);
};

const Server = ({ title, server, or, address }: ServerProps) => {
	const { t } = useWords();
	return (
		<section className="sheet">
			<h3>{title}</h3>
			<dl>
				<Endpoint server={server} label={t('clientPasswords.servers.server')} />
				{or && <Endpoint server={or} label={t('clientPasswords.servers.pop3')} />}
				<div>
					<dt>{t('clientPasswords.servers.username')}</dt>
					<dd>
						<b className="pickable">
							<Address address={address} />
						</b>
						<small>{t('clientPasswords.servers.usernameHint')}</small>
					</dd>
				</div>
				<div>
					<dt>{t('clientPasswords.servers.password')}</dt>
					<dd>
						<b>{t('clientPasswords.reveal.label')}</b>
						<small>{t('clientPasswords.servers.passwordHint')}</small>
					</dd>
				</div>
			</dl>
		</section>
	);
};

/** Incoming and outgoing side by side and alike: whoever changes one must change the other. */
export const ServerValues = ({ address }: { address: string }) => {
	const { t } = useWords();
	const site = useSite();
	return (
		<section className="server-values">
			<h2>{t('clientPasswords.reveal.both')}</h2>
			<p className="muted">{t('clientPasswords.reveal.bothHint')}</p>
			{site && (
				<div className="pair">
					<Server
						title={`${t('clientPasswords.servers.incoming')} (IMAP)`}
						server={site.mail.imap}
						or={site.mail.pop3}
						address={address}
					/>
					<Server
						title={`${t('clientPasswords.servers.outgoing')} (SMTP)`}
						server={site.mail.submission}
						address={address}
					/>
				</div>
			)}
		</section>
	);
};
