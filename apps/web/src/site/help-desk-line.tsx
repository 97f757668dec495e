import { useWords } from '../locales/words.tsx';
import { useSite } from './site.tsx';

/** The help desk's number and hours, as far as the site names them. */
export const HelpDeskLine = () => {
	const { language } = useWords();
	const helpDesk = useSite()?.helpDesk;
	if (!helpDesk?.phone) return null;
	return (
		<>
			<a className="numerals unbroken" href={`tel:${helpDesk.phone.replace(/[^\d+]/g, '')}`}>
				{helpDesk.phone}
			</a>{' '}
			<span className="unbroken">{helpDesk.hours[language]}</span>
		</>
	);
};
