import { mailProtocols } from '@mailward/shared/mail-apps.ts';
import { useWords } from '../locales/words.tsx';
import { MailFields } from '../mail-guides/mail-guide.tsx';
import { useSite } from '../site/site.tsx';
import './server-values.css';

/** For a mail app without a guide: where the password belongs, and what stands in the fields around it. */
export const ServerValues = ({ address }: { address: string }) => {
	const { t } = useWords();
	const mail = useSite()?.mail;
	return (
		<section className="server-values">
			<h2>{t('clientPasswords.reveal.both')}</h2>
			<p className="muted">{t('clientPasswords.reveal.bothHint')}</p>
			{mail && <MailFields protocols={mailProtocols} mail={mail} address={address} />}
		</section>
	);
};
