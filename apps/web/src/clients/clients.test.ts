import { beforeAll, describe, expect, it } from 'vitest';
import { loadInsideWords, loadWords } from '../locales/load-words.ts';
import type { Translate } from '../locales/translate.ts';
import { clientName } from './client-name.ts';
import { clientPlace } from './client-place.ts';

let en: Translate;
let zh: Translate;
beforeAll(async () => {
	await loadInsideWords();
	en = await loadWords('en');
	zh = await loadWords('zh');
});

describe('a browser', () => {
	it('is named with its system, as far as either is known', () => {
		expect(clientName({ browser: 'Chrome', system: 'Windows' }, en)).toBe('Chrome on Windows');
		expect(clientName({ browser: 'Chrome', system: 'Windows' }, zh)).toBe('Windows 上的 Chrome');
		expect(clientName({ browser: '', system: 'Android' }, en)).toBe('Android');
		expect(clientName({ browser: '', system: '' }, en)).toBe('Unknown browser');
	});

	it('is where its network is, by name in the language of the page', () => {
		const place = { zh: '校园网', en: 'Campus network' };
		expect(clientPlace({ place, address: '10.2.3.4' }, 'en', en)).toBe('Campus network (10.2.3.4)');
		expect(clientPlace({ place, address: '10.2.3.4' }, 'zh', zh)).toBe('校园网（10.2.3.4）');
		expect(clientPlace({ place: null, address: '2001:db8::1' }, 'zh', zh)).toBe('2001:db8::1');
	});
});
