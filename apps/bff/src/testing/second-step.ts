import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Authenticator } from './authenticator.ts';
import type { Answer, Browser } from './browser.ts';
import type { TestApp } from './test-app.ts';

/** What people, and others, do at the second step of a sign-in. */
export interface SecondStep {
	answer(browser: Browser, id: string, code: string): Promise<Answer>;
	/** Starts another challenge, of the kind shown first unless one is given; its id. */
	newChallenge(browser: Browser, kind?: FactorKind): Promise<string>;
	/** Passes the second step by a recovery code, or tries to. */
	answerByRecoveryCode(browser: Browser, code: string): Promise<Answer>;
	/** A browser at the second step of an account with an authenticator app. */
	atSecondStep(): Promise<{ address: string; authenticator: Authenticator; browser: Browser; id: string }>;
	/** Spends `count` wrong codes, in a new challenge whenever one is used up; what was said to each. */
	guessWrong(browser: Browser, authenticator: Authenticator, count: number): Promise<(string | undefined)[]>;
}

export const createSecondStep = (app: TestApp): SecondStep => {
	const answer: SecondStep['answer'] = (browser, id, code) =>
		browser.call('POST /api/challenges/{id}/answer', { params: { id }, body: { code } });
	const newChallenge: SecondStep['newChallenge'] = async (browser, kind) =>
		(await browser.must('POST /api/challenges', { body: kind === undefined ? {} : { kind } })).id;
	return {
		answer,
		newChallenge,
		answerByRecoveryCode: async (browser, code) => answer(browser, await newChallenge(browser, 'recovery'), code),
		async atSecondStep() {
			const { address, authenticator } = await app.addPersonWithTotp();
			const browser = await app.passwordStep(address);
			return { address, authenticator, browser, id: await app.challengeOf(browser) };
		},
		async guessWrong(browser, authenticator, count) {
			const codes: (string | undefined)[] = [];
			let id = await newChallenge(browser);
			for (const [index, code] of authenticator.wrongCodesAt(app.clock.now(), count).entries()) {
				if (index > 0 && index % 5 === 0) id = await newChallenge(browser);
				codes.push((await answer(browser, id, code)).code);
			}
			return codes;
		},
	};
};
