import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chooseLanguage, htmlLang } from './locales/language-choice.ts';
import { loadWords } from './locales/load-words.ts';
import { rememberLanguage } from './locales/words.tsx';
import { preloadPage } from './routes.tsx';
import './ui/tokens.css';
import './ui/base.css';

const start = async (root: HTMLElement) => {
	const { search } = location;
	const language = chooseLanguage({ search, cookies: document.cookie, preferred: navigator.languages });
	document.documentElement.lang = htmlLang(language);
	// Asked for in the address: the pages that follow, whose addresses do not say it, keep to it.
	if (new URLSearchParams(search).has('lang')) rememberLanguage(language);
	const [t] = await Promise.all([loadWords(language), preloadPage(location.pathname)]);
	createRoot(root).render(<App first={{ language, t }} />);
	// Small, and wherever a person is, signing out leads there: it should stand at once.
	await preloadPage('/sign-in');
};

const root = document.getElementById('root');
if (root) void start(root);
