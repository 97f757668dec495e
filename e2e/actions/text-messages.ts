import type { Sandbox } from '@mailward/sandbox/sandbox.ts';
import type { Text } from '@mailward/sandbox/sms/text-inbox.ts';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../words.ts';

/** What the phone with this number has received, newest first. */
export const textsTo = async (sandbox: Sandbox, number: string): Promise<readonly Text[]> =>
	(await fetch(`${sandbox.origin}/messages?to=${number}`)).json();

/** The code in the newest of `count` texts, once there are as many. */
export const receiveCode = async (sandbox: Sandbox, number: string, count: number): Promise<string> => {
	await expect.poll(async () => (await textsTo(sandbox, number)).length).toBe(count);
	const [newest] = await textsTo(sandbox, number);
	return /\d{6}/.exec(newest?.text ?? '')?.[0] ?? '';
};

/** Types a code where one is asked for. */
export const enterTextCode = async (
	where: Page | Locator,
	words: Words,
	code: string,
	act: 'verify' | 'confirm',
): Promise<void> => {
	await where.getByLabel(words.textCode).fill(code);
	await where.getByRole('button', { name: words[act], exact: true }).click();
};

/** From the wizard's step for the number, which has received `before` texts so far, to the end of its test. */
export const proveNumber = async (
	page: Page,
	words: Words,
	sandbox: Sandbox,
	number: string,
	before = 0,
): Promise<void> => {
	await page.getByLabel(words.mobileNumber, { exact: true }).fill(number);
	await page.getByRole('button', { name: words.sendCode }).click();
	await enterTextCode(page, words, await receiveCode(sandbox, number, before + 1), 'confirm');
};

/** The whole wizard but for the recovery codes. */
export const bindNumber = async (page: Page, words: Words, sandbox: Sandbox, number: string): Promise<void> => {
	await page.goto('/security/methods/sms/set-up');
	await page.getByRole('button', { name: words.goOn, exact: true }).click();
	await proveNumber(page, words, sandbox, number);
};
