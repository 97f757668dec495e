import type { ErrorCode } from '@mailward/shared/errors.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { SessionStateName } from '@mailward/shared/session-state.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDatabase } from '../storage/database.ts';
import { migrate } from '../storage/migrate.ts';
import { startOfTests } from '../testing/settable-clock.ts';
import { beginnings, commands } from '../testing/sign-in-model/commands.ts';
import {
	hasKind,
	isAllowed,
	isFresh,
	isTrusted,
	type Model,
	newModel,
	sessionOf,
	standingOf,
} from '../testing/sign-in-model/model.ts';
import type { Real } from '../testing/sign-in-model/turn.ts';
import { applyPolicy } from '../testing/sign-in-model/world-steps.ts';
import { createTestApp } from '../testing/test-app.ts';
import { minute } from '../time/clock.ts';

const sequences = 5000;
const longest = 10;

/** How often each way to stand was seen: a walk that never leaves the door would prove nothing. */
const seen: Record<string, number> = {};

/** How often each kind has let somebody pass. */
const passed: Partial<Record<FactorKind, number>> = {};

/** What whoever is not signed in hears instead of an answer. */
const refusalIn: Record<SessionStateName, ErrorCode | undefined> = {
	'signed-out': 'session.sign_in_needed',
	'awaiting-second-factor': 'session.second_factor_needed',
	'awaiting-set-up': 'session.set_up_needed',
	'signed-in': undefined,
};

/** Looks at the server through every browser, and at the model beside it. */
const compare = async (model: Model, real: Real): Promise<void> => {
	const tokens = new Set<string>();
	for (const [index, mine] of model.browsers.entries()) {
		const browser = real.browsers[index];
		const token = browser?.token();
		const standing = standingOf(model, mine);
		if (browser === undefined || token === undefined) {
			expect(standing).toBe('signed-out');
			continue;
		}
		if (tokens.has(token)) continue;
		tokens.add(token);
		seen[standing] = (seen[standing] ?? 0) + 1;
		// Each state has its own refusal, so the reading alone tells which it is; who is out needs no second look.
		const reading = await browser.call('GET /api/client-passwords');
		expect([index, reading.code]).toEqual([index, refusalIn[standing]]);
		if (standing === 'signed-out') continue;
		const { state } = await browser.must('GET /api/session');
		expect([index, state]).toEqual([index, standing]);
		const sensitive =
			standing === 'signed-in'
				? await browser.call('DELETE /api/client-passwords/{id}', { params: { id: 'none' } })
				: reading;
		expect([index, sensitive.code === 'request.not_found']).toEqual([index, isFresh(model, mine)]);

		// The promise itself, judged by what was shown in this session and not by where the model believes it to be.
		const session = sessionOf(model, mine);
		const evidence = session?.evidence ?? [];
		if (reading.status === 200 && (model.methods.length > 0 || model.must)) {
			const shown = evidence.some(({ what }) => typeof what === 'string' || isTrusted(model, what));
			expect([index, 'a factor was shown', shown]).toEqual([index, 'a factor was shown', true]);
		}
		if (sensitive.code === 'request.not_found' && model.methods.length > 0) {
			const lately = evidence.some(({ what, at }) => typeof what === 'string' && model.now - at <= 10 * minute);
			expect([index, 'one was shown lately', lately]).toEqual([index, 'one was shown lately', true]);
		}

		// Where the challenge under way cannot be answered any more, the look at the session has started another.
		const challenge = session?.challenge;
		if (session === undefined || challenge === undefined || standing !== 'awaiting-second-factor') continue;
		const answerable = isAllowed(model, challenge.kind) && hasKind(model, challenge.kind);
		if (!answerable || challenge.expiresAt <= model.now) session.challenge = undefined;
	}
};

it(`no sequence of steps reaches the inside without a factor when one is due (${sequences} sequences)`, async () => {
	// The attack: any order of what people, thieves, administrators and the clock can do.
	const db = openDatabase({ file: ':memory:' });
	await migrate(db);
	const app = createTestApp({ db });
	let policyVersion = 0;
	let run = 0;
	const beginning = fc.constantFrom(...Object.values<(typeof beginnings)[keyof typeof beginnings]>(beginnings));
	const steps = fc.commands(commands(compare), { maxCommands: longest, size: 'max' });
	await fc.assert(
		fc.asyncProperty(beginning, steps, async (first, others) => {
			run += 1;
			app.clock.set(startOfTests);
			const address = await app.addPerson();
			const { id: accountId } = await app.app.accounts.find(address);
			// A network of its own, so that nobody is slowed down by somebody else's wrong passwords.
			const from = `10.${run >> 8}.${run & 255}.1`;
			const browsers = Array.from({ length: 3 }, () => app.browser(from));
			const real: Real = { app, address, accountId, browsers, policyVersion };
			const model = newModel(app.clock.now());
			const [mine] = model.browsers;
			const [browser] = browsers;
			if (mine === undefined || browser === undefined) throw new Error('there is no browser');
			try {
				await applyPolicy(model, real);
				for (const step of first) await step({ model, real, mine, browser });
				await fc.asyncModelRun(() => ({ model, real }), others);
				for (const kind of model.passedBy) passed[kind] = (passed[kind] ?? 0) + 1;
			} finally {
				policyVersion = real.policyVersion;
			}
		}),
		{ numRuns: sequences },
	);
	for (const state of ['signed-out', 'awaiting-second-factor', 'awaiting-set-up', 'signed-in']) {
		expect([state, (seen[state] ?? 0) > sequences / 5]).toEqual([state, true]);
	}
	for (const kind of ['totp', 'sms', 'wechat', 'passkey', 'recovery'] as const) {
		expect([kind, (passed[kind] ?? 0) > sequences / 200]).toEqual([kind, true]);
	}
}, 900_000);
