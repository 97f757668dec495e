import type { Language } from '@mailward/shared/languages.ts';
import { useLocation } from 'react-router-dom';
import { htmlLang } from '../locales/language-choice.ts';
import { useWords } from '../locales/words.tsx';
import './language-switch.css';

/** Each language calls itself by its own name, whatever language the page is in. */
const names: Record<Language, string> = { zh: '中文', en: 'English' };

/** On every page. A real link, so that it works without script; with it, nothing on the page is lost. */
export const LanguageSwitch = () => {
	const { language, speak } = useWords();
	const { pathname, search } = useLocation();
	const other: Language = language === 'zh' ? 'en' : 'zh';
	const query = new URLSearchParams(search);
	query.set('lang', other);
	return (
		<a
			className="language-switch"
			href={`${pathname}?${query}`}
			lang={htmlLang(other)}
			hrefLang={htmlLang(other)}
			// A press would take the focus out of the field someone is typing in.
			onMouseDown={(event) => event.preventDefault()}
			onClick={(event) => {
				event.preventDefault();
				speak(other);
			}}
		>
			{names[other]}
		</a>
	);
};
