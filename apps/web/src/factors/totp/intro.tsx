import { useWords } from '../../locales/words.tsx';
import { Icon } from '../../ui/icon.tsx';
import './intro.css';

/** What it is and what it takes, and the question that comes before a key is made. */
export const Intro = () => {
	const { t } = useWords();
	return (
		<div className="totp-intro">
			<p>{t('factors.totp.intro.lead')}</p>
			<h2>{t('factors.totp.intro.needs')}</h2>
			<ul>
				<li>
					<Icon name="phone" />
					<span>{t('factors.totp.intro.phone')}</span>
				</li>
				<li>
					<Icon name="totp" />
					<span>{t('factors.totp.intro.app')}</span>
				</li>
				<li>
					<Icon name="clock" />
					<span>{t('factors.totp.intro.minutes')}</span>
				</li>
			</ul>
			<div className="question">
				<h2>{t('factors.totp.intro.question')}</h2>
				<p className="muted">{t('factors.totp.intro.no')}</p>
				<ul>
					<li>
						<Icon name="download" />
						<span>{t('factors.totp.intro.store')}</span>
					</li>
					<li>
						<Icon name="download" />
						<span>{t('factors.totp.intro.huawei')}</span>
					</li>
					<li>
						<Icon name="wechat" />
						<span>{t('factors.totp.intro.wechat')}</span>
					</li>
				</ul>
			</div>
		</div>
	);
};
