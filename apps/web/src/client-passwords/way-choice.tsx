import type { ProfileApp } from '@mailward/shared/mail-apps.ts';
import { useWords } from '../locales/words.tsx';
import './way-choice.css';

/** How a mail app gets its settings: by a profile that the device fetches, or typed in by its person. */
export const ways = ['profile', 'by-hand'] as const;
export type Way = (typeof ways)[number];

interface WayChoiceProps {
	readonly app: ProfileApp;
	readonly way: Way;
	readonly onWay: (way: Way) => void;
}

/** For devices that can set themselves up. */
export const WayChoice = ({ app, way, onWay }: WayChoiceProps) => {
	const { t } = useWords();
	const words = {
		profile: [t(`clientPasswords.way.profile.${app}`), t('clientPasswords.way.profileText')],
		'by-hand': [t('clientPasswords.way.byHand'), t('clientPasswords.way.byHandText')],
	} as const;
	return (
		<fieldset className="way-choice">
			<legend>{t('clientPasswords.way.legend')}</legend>
			{ways.map((each) => (
				<label key={each} className="way">
					<input type="radio" name="way" value={each} checked={each === way} onChange={() => onWay(each)} />
					<span>
						<b>{words[each][0]}</b>
						<small>{words[each][1]}</small>
					</span>
				</label>
			))}
		</fieldset>
	);
};
