import { beforeEach, expect, it, vi } from 'vitest';

/** As on a page that has just been opened: nothing is loaded yet. */
const open = async () => {
	vi.resetModules();
	return import('./load-words.ts');
};
let page: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
	page = await open();
});

it('has the words of the sign-in form at first, and no others', async () => {
	const en = await page.loadWords('en');
	expect(en('signIn.title')).toBe('Sign in');
	expect(en('errors.sign_in.refused')).toContain('web password is wrong');
	expect(en('overview.title')).toBe('overview.title');
});

it('adds the rest in the language of the page, beside what was there under the same name', async () => {
	const en = await page.loadWords('en');
	await page.loadInsideWords();
	expect(en('overview.title')).toBe('Overview');
	expect(en('shell.cancel')).toBe('Cancel');
	expect(en('shell.signOut')).toBe('Sign out');
	expect(en('errors.factor.disabled')).toContain('This method is turned off');
	expect(en('errors.sign_in.refused')).toContain('web password is wrong');
});

it('changes to another language with all the parts that are there', async () => {
	await page.loadWords('en');
	await page.loadInsideWords();
	const zh = await page.loadWords('zh');
	expect(zh('signIn.title')).toBe('登录');
	expect(zh('overview.title')).toBe('安全概览');
});

it('misses nothing when a page is opened while the language changes', async () => {
	const en = await page.loadWords('en');
	const [zh] = await Promise.all([page.loadWords('zh'), page.loadInsideWords()]);
	expect(zh('overview.title')).toBe('安全概览');
	expect(en('overview.title')).toBe('Overview');
});

it('misses nothing when the language changes while a page is opened', async () => {
	const en = await page.loadWords('en');
	const [, zh] = await Promise.all([page.loadInsideWords(), page.loadWords('zh')]);
	expect(zh('overview.title')).toBe('安全概览');
	expect(en('overview.title')).toBe('Overview');
});

it('makes no page wait for a language that did not arrive', async () => {
	vi.doMock('./zh/inside.ts', () => Promise.reject(new Error('offline')));
	const en = await page.loadWords('en');
	await page.loadInsideWords();
	await expect(page.loadWords('zh')).rejects.toThrow();
	await page.loadInsideWords();
	expect(en('overview.title')).toBe('Overview');
	vi.doUnmock('./zh/inside.ts');
});
