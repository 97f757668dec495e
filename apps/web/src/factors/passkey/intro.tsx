import { useWords } from '../../locales/words.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { passkeysSupported } from './supported.ts';
import './intro.css';

/** What it is, in one breath. */
export const Intro = () => {
	const { t } = useWords();
	return (
		<div className="passkey-intro">
			<p>{t('factors.passkey.intro.lead')}</p>
			<ul>
				<li>
					<Icon name="passkey" />
					<span>{t('factors.passkey.intro.where')}</span>
				</li>
				<li>
					<Icon name="phone" />
					<span>{t('factors.passkey.intro.phone')}</span>
				</li>
				<li>
					<Icon name="check" />
					<span>{t('factors.passkey.intro.alone')}</span>
				</li>
				<li>
					<Icon name="device" />
					<span>{t('factors.passkey.intro.elsewhere')}</span>
				</li>
			</ul>
			{!passkeysSupported() && (
				<Note tone="warning" announce={false}>
					<p>{t('factors.passkey.intro.unsupported')}</p>
				</Note>
			)}
		</div>
	);
};
