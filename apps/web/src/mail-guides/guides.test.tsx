import { readFileSync } from 'node:fs';
import type { Language } from '@mailward/shared/languages.ts';
import { type MailApp, mailApps } from '@mailward/shared/mail-apps.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGuideWords, loadWords } from '../locales/load-words.ts';
import type { Translate } from '../locales/translate.ts';
import { firstNumbers, type Part, type Values } from './guide.ts';
import { guides } from './guides.ts';

const mail: Values['mail'] = {
	imap: { host: 'incoming.one.test', port: 1143, security: 'tls' },
	pop3: { host: 'incoming.two.test', port: 1110, security: 'tls' },
	submission: { host: 'outgoing.three.test', port: 1587, security: 'starttls' },
};
const languages: readonly Language[] = ['zh', 'en'];
const speaking = {} as Record<Language, Translate>;

beforeAll(async () => {
	for (const language of languages) speaking[language] = await loadWords(language);
	await loadGuideWords();
});

const valuesIn = (language: Language): Values => ({ language, address: 'somebody@four.test', mail });

/** What is to be read in the drawings of one part, or of all. */
const drawn = (parts: readonly Part[], language: Language): string =>
	parts
		.flatMap(({ drawings }) => drawings)
		.map(({ draw }) => renderToStaticMarkup(draw(valuesIn(language))))
		.join('');

const textOf = (markup: string) =>
	markup
		.replace(/<wbr\/?>/g, '')
		.replace(/<[^>]+>/g, '\n')
		.replaceAll('&amp;', '&');

const pinsIn = (markup: string) => [...markup.matchAll(/class="pin">(\d+)</g)].map(([, n]) => Number(n));

const each = mailApps.flatMap((app) => languages.map((language): [MailApp, Language] => [app, language]));

describe.each(each)('the guide of %s in %s', (app, language) => {
	const { parts, heading, symptom, notes } = guides[app];

	it('says everything in this language, beginning with what the person sees', () => {
		const t = speaking[language];
		const keys = [
			heading,
			symptom,
			...notes,
			...parts.flatMap(({ title, steps, drawings }) => [
				...(title ? [title] : []),
				...steps,
				...drawings.map(({ description }) => description),
			]),
		];
		for (const key of keys) expect(t(key), key).not.toBe(key);
		expect(t(symptom)).toContain('**');
	});

	it('pins only steps that there are, and every step that can be seen in a drawing', () => {
		const firsts = firstNumbers(parts);
		parts.forEach((part, index) => {
			const first = firsts[index] ?? 1;
			const pins = pinsIn(drawn([part], language));
			const last = first + part.steps.length - 1;
			for (const pin of pins) expect(pin >= first && pin <= last, `pin ${pin} of ${first} to ${last}`).toBe(true);
			part.steps.forEach((step, at) => {
				if (speaking[language](step).includes('**')) expect(pins, step).toContain(first + at);
			});
		});
	});

	it('calls what is to be pressed by the name it has in the drawings, or on the way there', () => {
		const ways = parts.flatMap(({ way }) => way?.(valuesIn(language)) ?? []);
		const labels = new Set([...textOf(drawn(parts, language)).split('\n'), ...ways].map((text) => text.trim()));
		const names = parts
			.flatMap(({ steps }) => steps)
			.flatMap((step) => [...speaking[language](step).matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name));
		const missing = names.filter(
			(name) => ![...labels].some((label) => label.replace(/ ?[(（](IMAP|SMTP)[)）]$/, '') === name || label === name),
		);
		expect(missing).toEqual([]);
	});

	it('shows the servers, ports and address that configuration and person have', () => {
		const text = textOf(drawn(parts, language));
		const incoming = app === 'program' ? [] : [mail.imap];
		for (const { host } of [...incoming, mail.submission]) expect(text).toContain(host);
		const asksForPorts = !['mac-mail', 'thunderbird'].includes(app);
		if (asksForPorts) for (const { port } of [...incoming, mail.submission]) expect(text).toContain(String(port));
		expect(text).toContain('somebody@four.test');
		expect(text).not.toMatch(/\b(993|995|465|587)\b/);
	});

	it('gives the password for sending the weight of the one for receiving', () => {
		const dots = drawn(parts, language).match(/class="drawn-dots"/g) ?? [];
		const t = speaking[language];
		const said = parts.flatMap(({ title, steps }) => [...(title ? [title] : []), ...steps]).map((key) => t(key));
		if (app === 'program') {
			expect(dots.length).toBeGreaterThan(0);
			return;
		}
		expect(dots.length).toBeGreaterThan(1);
		const [into, outOf] =
			language === 'zh'
				? [/收件|接收|收取|IMAP/, /发件|外发|发送|SMTP/]
				: [/incoming|fetches|IMAP/i, /outgoing|sends|SMTP/i];
		expect(said.some((text) => into.test(text))).toBe(true);
		expect(said.some((text) => outOf.test(text))).toBe(true);
	});
});

it('counts on from part to part, and from one again where another version begins', () => {
	const counted = { steps: ['shell.guide', 'shell.retry'], drawings: [] } as const;
	expect(firstNumbers([counted, counted, { ...counted, instead: true }])).toEqual([1, 3, 1]);
});

it('draws a password as sixteen dots and never as characters', () => {
	for (const [app, language] of each) {
		const markup = drawn(guides[app].parts, language);
		for (const [, dots = ''] of markup.matchAll(/class="drawn-dots">(.*?)<\/span>/g)) {
			expect(dots).toBe('<i></i>'.repeat(16));
		}
		expect(textOf(markup)).not.toMatch(/\b(?=\w*[a-z])(?=\w*[A-Z])(?=\w*[2-9])\w{16}\b/);
	}
});

it('names no server, port or domain of its own', () => {
	for (const app of mailApps) {
		const source = readFileSync(new URL(`./apps/${app}.tsx`, import.meta.url), 'utf8');
		expect(source).not.toMatch(/\b(993|995|465|587|143|110)\b|\.(com|cn|edu|example)\b/);
	}
});
