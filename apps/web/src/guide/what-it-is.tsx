import { useWords } from '../locales/words.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import './what-it-is.css';

const kinds = ['web', 'apps'] as const;

const changeIcons: Record<(typeof kinds)[number], IconName> = { web: 'browser', apps: 'mail' };

/** What changes on the web, and in mail apps. */
export const Changes = () => {
	const { t } = useWords();
	return (
		<dl className="guide-changes">
			{kinds.map((kind) => (
				<div key={kind}>
					<dt>
						<Icon name={changeIcons[kind]} />
						{t(`guide.what.${kind}`)}
					</dt>
					<dd>
						<b>{t(`guide.what.${kind}Is`)}</b>
						<p>{t(`guide.what.${kind}Text`)}</p>
					</dd>
				</div>
			))}
		</dl>
	);
};

const usages = ['browser', 'apps', 'several'] as const;

const usageIcons: Record<(typeof usages)[number], IconName> = { browser: 'browser', apps: 'mail', several: 'people' };

/** What to set up, by how somebody uses their mail. */
export const Usages = () => {
	const { t } = useWords();
	return (
		<ul className="guide-usages">
			{usages.map((usage) => (
				<li key={usage}>
					<span className="stamp-place">
						<Icon name={usageIcons[usage]} />
					</span>
					<div>
						<h3>{t(`guide.choose.${usage}`)}</h3>
						<p>{t(`guide.choose.${usage}Text`)}</p>
						<p className="suits">
							<span>{t('guide.choose.suits')}</span> <b>{t(`guide.choose.${usage}With`)}</b>
						</p>
					</div>
				</li>
			))}
		</ul>
	);
};

const methods = ['totp', 'sms', 'wechat', 'dingtalk', 'passkey', 'recovery'] as const;

export const Methods = () => {
	const { t } = useWords();
	return (
		<ul className="guide-methods">
			{methods.map((method) => (
				<li key={method}>
					<Icon name={method} />
					<div>
						<h3>{t(`guide.methods.${method}.name`)}</h3>
						<p>{t(`guide.methods.${method}.text`)}</p>
					</div>
				</li>
			))}
		</ul>
	);
};
