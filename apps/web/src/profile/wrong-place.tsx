import { useRef } from 'react';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { useCopy } from '../ui/use-copy.ts';

/** Downloading here would use the link up for nothing. `inside`: on the right device, in the wrong window. */
export const WrongPlace = ({ where }: { where: 'inside' | 'elsewhere' }) => {
	const { t } = useWords();
	const nothing = useRef<HTMLElement>(null);
	const { outcome, copy } = useCopy(location.href, nothing);
	return (
		<Note tone="warning" announce={false}>
			<p>
				<b>{t(`profile.${where}.title`)}</b>
			</p>
			<p>{t(`profile.${where}.text`)}</p>
			<Button onClick={copy}>{t(outcome === 'copied' ? 'profile.copied' : 'profile.copy')}</Button>
			<p className="unseen" role="status">
				{outcome === 'copied' && t('profile.copied')}
			</p>
			{outcome === 'refused' && <p role="alert">{t('profile.copyFailed')}</p>}
		</Note>
	);
};
