/// <reference lib="dom" />
import { el } from './elements.ts';
import { appInFront, bringToFront, holderOf, type People, type ScanApp } from './holders.ts';
import { icon } from './icons.ts';
import { canReadScreen, readPicture, readScreen } from './qr-picture.ts';
import type { Phone } from './screen.ts';

const scanApps = ['wechat', 'dingtalk', 'browser'] as const;

/** Which app scans, and who holds it. */
const appChoice = ({ words, language, people }: Phone): HTMLElement => {
	const nameOf = (app: ScanApp) =>
		app === 'browser' ? '' : (holderOf(people, app as keyof People)?.name[language] ?? '');
	return el(
		'fieldset',
		{ class: 'segments' },
		el('legend', {}, words.scanWith),
		...scanApps.map((app) =>
			el(
				'label',
				{},
				el('input', {
					type: 'radio',
					name: 'app',
					value: app,
					checked: app === appInFront(),
					onchange: () => bringToFront(app),
				}),
				el('span', { class: `dot ${app}` }, icon(app)),
				el('span', {}, words[app]),
				el('small', {}, nameOf(app)),
			),
		),
	);
};

/** Reads QR codes from pictures, from the screen, or takes their link; then the app in front opens it. */
export const scannerScreen = (phone: Phone): HTMLElement => {
	const { words } = phone;
	const problem = el('p', { class: 'problem', role: 'alert' });
	const status = el('p', { class: 'muted', role: 'status' });
	const link = el('input', { type: 'url', name: 'link', autocomplete: 'off', spellcheck: 'false', id: 'link' });

	const say = (text: string) => {
		status.textContent = '';
		problem.textContent = text;
	};
	const openText = (text: string) => {
		const url = URL.parse(text.trim());
		if (url === null) return say(words.notALink);
		// A page that was opened in the wrong app shows its own address, by which this phone's browser knows the portal.
		if (url.origin !== phone.portalOrigin && url.origin !== phone.browserOrigin)
			return say(words.elsewhere(text.slice(0, 80)));
		bringToFront(appInFront());
		phone.openPage(appInFront(), `${url.pathname}${url.search}`);
	};
	const read = async (reading: Promise<string | undefined>) => {
		say('');
		status.textContent = words.reading;
		const text = await reading;
		if (text === undefined) say(words.noCode);
		else openText(text);
	};
	/** Whether there was anything to scan in it. */
	const take = (data: DataTransfer | null): boolean => {
		const picture = [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
		const text = data?.getData('text/plain') ?? '';
		if (picture !== undefined) void read(readPicture(picture));
		else if (/^https?:/.test(text.trim())) openText(text);
		else return false;
		return true;
	};

	const file = el('input', { type: 'file', accept: 'image/*', class: 'unseen', id: 'picture' });
	file.addEventListener('change', () => {
		const [picture] = file.files ?? [];
		if (picture !== undefined) void read(readPicture(picture));
		file.value = '';
	});
	const finder = el(
		'div',
		{ class: 'finder' },
		el('span', { class: 'corners', 'aria-hidden': 'true' }),
		el('p', {}, words.viewfinder),
	);
	const screenButton = el(
		'button',
		{
			type: 'button',
			class: 'button',
			// Whoever shares no screen has thought better of it.
			onclick: () => void read(readScreen()).catch(() => say('')),
		},
		words.scanScreen,
	);
	const screen = el(
		'div',
		{ class: 'scanner' },
		appChoice(phone),
		finder,
		el(
			'div',
			{ class: 'ways' },
			...(canReadScreen() ? [screenButton] : []),
			el('label', { class: 'button', for: 'picture' }, words.choosePicture),
			file,
		),
		el(
			'form',
			{
				class: 'link',
				novalidate: true,
				onsubmit: (event) => {
					event.preventDefault();
					openText(link.value);
				},
			},
			el('label', { for: 'link' }, words.link),
			el('div', { class: 'row' }, link, el('button', { class: 'button go' }, words.open)),
		),
		status,
		problem,
	);
	screen.addEventListener('dragover', (event) => {
		event.preventDefault();
		finder.classList.add('over');
	});
	screen.addEventListener('dragleave', () => finder.classList.remove('over'));
	screen.addEventListener('drop', (event) => {
		event.preventDefault();
		finder.classList.remove('over');
		if (!take(event.dataTransfer)) say(words.noPicture);
	});
	phone.onPaste((event) => {
		// A link that is pasted into the field stays there, to be looked at before it is opened.
		if (event.target === link && (event.clipboardData?.files.length ?? 0) === 0) return;
		if (!take(event.clipboardData)) say(words.noPicture);
	});
	return screen;
};
