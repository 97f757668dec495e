import type { TestApp } from './test-app.ts';

/** The help desk gives somebody who has lost everything a code, as `mailward accounts reset` does. */
export const resetCode = async ({ app }: TestApp, address: string, person?: string): Promise<string> =>
	app.people.reset(await app.accounts.find(address), person);
