import { expect } from 'vitest';
import type { Browser } from '../browser.ts';
import type { TestApp } from '../test-app.ts';
import type { Model, ModelBrowser } from './model.ts';

/** The server, one account of it, and three browsers. */
export interface Real {
	readonly app: TestApp;
	readonly address: string;
	readonly accountId: string;
	readonly browsers: readonly Browser[];
	/** Of the policy in force. */
	policyVersion: number;
}

/** One step: in the model, on the server, and by which browser. */
export interface Turn {
	readonly model: Model;
	readonly real: Real;
	readonly mine: ModelBrowser;
	readonly browser: Browser;
}
export type Step = (turn: Turn) => Promise<void>;

/** Whatever was refused has changed nothing: so says the comparison that follows each step. */
const refusals = [400, 401, 403, 404, 409, 410, 422, 429];

export const expectOutcome = (status: number, accepted: boolean) => {
	if (accepted) expect([200, 204]).toContain(status);
	else expect(refusals).toContain(status);
};
