/// <reference lib="dom" />
import { createBanner } from './banner.ts';
import { el } from './elements.ts';
import { bringToFront, type People, rememberLanguage, type ScanApp } from './holders.ts';
import { homeScreen } from './home.ts';
import { messagesScreen } from './messages.ts';
import { peopleScreen } from './people.ts';
import { scannerScreen } from './scanner.ts';
import type { Phone } from './screen.ts';
import type { Text } from './texts.ts';
import { webView } from './web-view.ts';
import { type Language, words } from './words.ts';

type ScreenName = 'home' | 'messages' | 'scanner' | 'wechat' | 'dingtalk';

/** Milliseconds between looks for new texts. */
const lookEvery = 1000;

const { portal: portalOrigin = '', browser: browserOrigin = '' } = document.body.dataset;
const seenKey = 'phone-seen';

let language: Language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
let people: People = { wechat: [], dingtalk: [] };
let texts: readonly Text[] = [];
let page: { readonly app: ScanApp; readonly path: string } | undefined;
let paste: ((event: ClipboardEvent) => void) | undefined;

const screenName = (): ScreenName => {
	const name = location.hash.slice(1);
	return name === 'messages' || name === 'scanner' || name === 'wechat' || name === 'dingtalk' ? name : 'home';
};

const lastSeen = (): number => Number(sessionStorage.getItem(seenKey) ?? 0);
const unreadTexts = () => texts.filter(({ id }) => id > lastSeen());
const markSeen = () => sessionStorage.setItem(seenKey, String(texts[0]?.id ?? 0));

const show = (name: ScreenName): void => {
	if (screenName() === name) render();
	else location.hash = name === 'home' ? '' : name;
};

const phone = (): Phone => ({
	words: words[language],
	language,
	people,
	texts,
	unread: unreadTexts().length,
	portalOrigin,
	browserOrigin,
	scanWith(app) {
		bringToFront(app);
		show('scanner');
	},
	openPage(app, path) {
		page = { app, path };
		render();
	},
	closePage() {
		page = undefined;
		render();
	},
	onPaste(listener) {
		paste = listener;
	},
});

const contents: Readonly<Record<ScreenName, () => HTMLElement>> = {
	home: () => homeScreen(phone()),
	messages: () => messagesScreen(phone()),
	scanner: () => scannerScreen(phone()),
	wechat: () => peopleScreen(phone(), 'wechat'),
	dingtalk: () => peopleScreen(phone(), 'dingtalk'),
};

const banner = createBanner();
/** Wherever its person is, but not in Messages, where it is read. */
const announce = (): void => banner.show(unreadTexts()[0], words[language]);

const screenOf = (name: ScreenName): HTMLElement => {
	if (page !== undefined) return webView(phone(), page.app, page.path);
	if (name === 'home') return contents.home();
	return el('div', { class: 'app-screen' }, el('h2', { tabindex: '-1' }, words[language][name]), contents[name]());
};

const glass = el('div', { class: 'glass' });

function render(): void {
	paste = undefined;
	const name = screenName();
	if (name === 'messages' && page === undefined) markSeen();
	glass.replaceChildren(screenOf(name));
	glass.className = `glass ${page === undefined ? name : 'page'}`;
	announce();
}

const renderAll = (): void => {
	const say = words[language];
	document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
	document.title = `${say.title} · Mailward 邮卫`;
	const switchLanguage = () => {
		language = language === 'zh' ? 'en' : 'zh';
		rememberLanguage(language);
		renderAll();
	};
	const goHome = () => {
		page = undefined;
		show('home');
	};
	document.body.replaceChildren(
		el(
			'header',
			{ class: 'top' },
			el('p', { class: 'brand' }, 'Mailward 邮卫'),
			el('button', { type: 'button', class: 'plain', onclick: switchLanguage }, say.language),
		),
		el(
			'main',
			{},
			el(
				'section',
				{ class: 'intro' },
				el('h1', {}, say.title),
				el('p', {}, say.intro),
				el('ol', {}, ...say.steps.map((step) => el('li', {}, step))),
				el('p', {}, el('a', { href: portalOrigin, target: '_blank', rel: 'noopener' }, say.openPortal)),
			),
			el(
				'section',
				{ class: 'device', 'aria-label': say.phone },
				banner.element,
				glass,
				el('button', { type: 'button', class: 'home-bar', 'aria-label': say.home, onclick: goHome }),
			),
		),
	);
	render();
};

const tell = async <Told>(path: string): Promise<Told> => (await (await fetch(path)).json()) as Told;

/** A sandbox that was started anew counts from the beginning. */
const startAgain = (): void => {
	sessionStorage.removeItem(seenKey);
	banner.passOver(0);
};

/** Looks for new texts. A screen that somebody may be typing in is left as it is. */
const look = async (): Promise<void> => {
	const now = await tell<readonly Text[]>('/messages');
	const [last, newest] = [texts[0]?.id ?? 0, now[0]?.id ?? 0];
	if (newest === last) return;
	if (newest < last) startAgain();
	texts = now;
	if (page === undefined && (screenName() === 'messages' || screenName() === 'home')) render();
	else announce();
};

const keepLooking = (): void => {
	const next = () => setTimeout(keepLooking, lookEvery);
	if (document.hidden) next();
	else look().then(next, next);
};

addEventListener('hashchange', () => {
	page = undefined;
	render();
	glass.querySelector('h2')?.focus();
});
addEventListener('paste', (event) => paste?.(event));

people = await tell<People>('/people');
texts = await tell<readonly Text[]>('/messages');
if ((texts[0]?.id ?? 0) < lastSeen()) startAgain();
banner.passOver(texts[0]?.id ?? 0);
renderAll();
keepLooking();
