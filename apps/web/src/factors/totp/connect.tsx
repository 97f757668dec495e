import { type ReactNode, useRef } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Address } from '../../ui/address.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Instructions } from '../../ui/instructions.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import type { ConnectProps } from '../factor.ts';
import { QrCode } from '../qr-code.tsx';
import { QrPlace } from '../qr-place.tsx';
import { groupsOfFour } from './groups-of-four.ts';
import './connect.css';

/** What the authenticator app lists the account under. */
const issuer = 'Mailward';

const Code = ({ prompt, timeLeft, renewal }: ConnectProps<'totp'>) => {
	const { t } = useWords();
	return (
		<figure>
			{renewal ? (
				<QrPlace>
					<p role="status">
						<b>{t('factors.totp.connect.expired')}</b>
					</p>
					<Button manner="go" busy={renewal.busy} onClick={renewal.run}>
						{t('factors.totp.connect.renew')}
					</Button>
				</QrPlace>
			) : (
				<QrCode value={prompt.uri} label={t('factors.totp.connect.image')} />
			)}
			<figcaption>{timeLeft}</figcaption>
		</figure>
	);
};

const Scan = (props: ConnectProps<'totp'>) => {
	const { account, shared } = props;
	const { t } = useWords();
	return (
		<div className="totp-scan">
			<Code {...props} />
			<div>
				<Instructions>
					<li>{t('factors.totp.connect.step1')}</li>
					<li>{t('factors.totp.connect.step2')}</li>
					<li>
						{t('factors.totp.connect.step3')}
						<span className="entry">
							<b>{issuer}</b>
							<small>
								<Address address={account} />
							</small>
							<span className="mono" aria-hidden="true">
								••• •••
							</span>
						</span>
					</li>
				</Instructions>
				{shared && <p className="small muted">{t('factors.totp.connect.shared')}</p>}
			</div>
		</div>
	);
};

interface SetUpKeyProps {
	readonly secret: string;
	readonly account: string;
	readonly heading: ReactNode;
}

const SetUpKey = ({ secret, account, heading }: SetUpKeyProps) => {
	const { t } = useWords();
	const key = useRef<HTMLElement>(null);
	const { outcome, copy } = useCopy(secret, key);
	return (
		<section className="by-key">
			{heading}
			<p className="small muted">{t('factors.totp.connect.otherHint')}</p>
			<p className="small muted">{t('factors.totp.connect.account', { label: `${issuer} ${account}` })}</p>
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
					<Icon name={outcome === 'copied' ? 'check' : 'copy'} small />
					{t('factors.totp.connect.copy')}
				</Button>
				<span role="status">{outcome === 'copied' && t('factors.totp.connect.copied')}</span>
			</div>
			{outcome === 'refused' && <p role="alert">{t('factors.totp.connect.copyFailed')}</p>}
			<p className="small muted">{t('factors.totp.connect.secrecy')}</p>
		</section>
	);
};

/** On a phone the app is most likely on this very phone, which cannot scan its own screen: what needs no scanning comes first. */
const OnPhone = (props: ConnectProps<'totp'>) => {
	const { prompt, account, renewal } = props;
	const { t } = useWords();
	return (
		<div className="totp-connect stack">
			{!renewal && (
				<SetUpKey
					secret={prompt.secret}
					account={account}
					heading={
						<>
							<h2>{t('factors.totp.connect.here')}</h2>
							<p>{t('factors.totp.connect.hereText')}</p>
							<h3>{t('factors.totp.connect.way1')}</h3>
							<a className="button wide on-this-phone" href={prompt.uri}>
								<Icon name="phone" small />
								{t('factors.totp.connect.open')}
							</a>
							<p className="small muted">{t('factors.totp.connect.nothing')}</p>
							<h3 className="next-way">{t('factors.totp.connect.way2')}</h3>
						</>
					}
				/>
			)}
			<section className="elsewhere">
				<h2>{t('factors.totp.connect.elsewhere')}</h2>
				<p>{t('factors.totp.connect.elsewhereText')}</p>
				<Scan {...props} />
			</section>
		</div>
	);
};

/** The QR code, and the key for those who cannot scan. */
const OnDesk = (props: ConnectProps<'totp'>) => {
	const { prompt, account, renewal } = props;
	const { t } = useWords();
	return (
		<div className="totp-connect beside">
			<Scan {...props} />
			{!renewal && (
				<SetUpKey secret={prompt.secret} account={account} heading={<h2>{t('factors.totp.connect.other')}</h2>} />
			)}
		</div>
	);
};

export const Connect = (props: ConnectProps<'totp'>) => (useNarrow() ? <OnPhone {...props} /> : <OnDesk {...props} />);
