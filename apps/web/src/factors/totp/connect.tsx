import { QRCodeSVG } from 'qrcode.react';
import { useRef } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import type { SetUpProps } from '../factor.ts';
import { groupsOfFour } from './groups-of-four.ts';
import './connect.css';

type ConnectProps = Extract<SetUpProps<'totp'>, { step: 'connect' }>;

/** What the authenticator app lists the account under. */
const issuer = 'Mailward';

const QrCode = ({ prompt, timeLeft, expired }: ConnectProps) => {
	const { t } = useWords();
	return (
		<figure>
			{expired ? (
				<div className="qr-code expired">{expired}</div>
			) : (
				// Black on white in dark mode too: many scanners do not read an inverted code.
				<QRCodeSVG
					className="qr-code"
					value={prompt.uri}
					level="M"
					marginSize={4}
					bgColor="#fff"
					fgColor="#000"
					role="img"
					aria-label={t('factors.totp.connect.image')}
				/>
			)}
			<figcaption>{timeLeft}</figcaption>
		</figure>
	);
};

const SetUpKey = ({ secret, account }: { secret: string; account: string }) => {
	const { t } = useWords();
	const key = useRef<HTMLElement>(null);
	const { outcome, copy } = useCopy(secret, key);
	return (
		<section className="by-key">
			<h2>{t('factors.totp.connect.other')}</h2>
			<p className="small muted">{t('factors.totp.connect.otherHint')}</p>
			<p className="small muted">{t('factors.totp.connect.account', { label: `${issuer} (${account})` })}</p>
			<p className="key">
				<span className="small muted">{t('factors.totp.connect.key')}</span>
				<code ref={key} className="mono">
					{groupsOfFour(secret).map(({ at, group }) => (
						<span key={at}>{group}</span>
					))}
				</code>
			</p>
			<div className="row">
				<Button onClick={copy}>
					<Icon name="copy" small />
					{t('factors.totp.connect.copy')}
				</Button>
				<span role="status">{outcome === 'copied' && t('factors.totp.connect.copied')}</span>
			</div>
			{outcome === 'refused' && <p role="alert">{t('factors.totp.connect.copyFailed')}</p>}
			<p className="small muted">{t('factors.totp.connect.secrecy')}</p>
		</section>
	);
};

/** The QR code, the key for those who cannot scan, and on a phone the link that needs neither. */
export const Connect = (props: ConnectProps) => {
	const { prompt, account, expired } = props;
	const { t } = useWords();
	return (
		<>
			{!expired && (
				<a className="button wide on-this-phone" href={prompt.uri}>
					<Icon name="phone" small />
					{t('factors.totp.connect.open')}
				</a>
			)}
			<div className="totp-connect">
				<QrCode {...props} />
				<div className="stack">
					<ol className="how">
						<li>{t('factors.totp.connect.step1')}</li>
						<li>{t('factors.totp.connect.step2')}</li>
						<li>
							{t('factors.totp.connect.step3')}
							<span className="entry">
								<b>{issuer}</b>
								<small>({account})</small>
								<span className="mono" aria-hidden="true">
									••• •••
								</span>
							</span>
						</li>
					</ol>
					{!expired && <SetUpKey secret={prompt.secret} account={account} />}
				</div>
			</div>
		</>
	);
};
