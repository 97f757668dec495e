import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chooseLanguage, htmlLang } from './locales/language-choice.ts';
import { loadInsideWords, loadWords } from './locales/load-words.ts';
import { rememberLanguage } from './locales/words.tsx';
import './ui/tokens.css';
import './ui/base.css';

const start = async (root: HTMLElement) => {
	const { search } = location;
	const language = chooseLanguage({ search, cookies: document.cookie, preferred: navigator.languages });
	document.documentElement.lang = htmlLang(language);
	// Asked for in the address: the pages that follow, whose addresses do not say it, keep to it.
	if (new URLSearchParams(search).has('lang')) rememberLanguage(language);
	const words = loadWords(language);
	// Every other page will wait for more than these, save a phone's that has scanned a code or opened a set-up link, and the
	// guides. If they do not arrive, it asks again and tells.
	if (!/^\/(sign-in$|scan\/|profile\/|guide)/.test(location.pathname)) loadInsideWords().catch(() => undefined);
	createRoot(root).render(<App first={{ language, t: await words }} />);
};

const root = document.getElementById('root');
if (root) void start(root);
