import type { EnrolmentView } from '@mailward/shared/contract/enrolments.ts';
import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useForget, useRead } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { methodFaces } from '../factors/registry.ts';
import { useAccountSession } from '../session/use-account.ts';
import { type Step, stepPath, stepsOf } from './paths.ts';

export type OwnEnrolment = Extract<EnrolmentView, { kind: MethodKind }>;

/** What every step of setting one method up shares: which method, which addresses, and the enrolment under way. */
export const useWizard = (kind: MethodKind, due: boolean) => {
	const session = useAccountSession();
	const navigate = useNavigate();
	const verified = useVerified();
	const forget = useForget();
	const current = useRead('GET /api/enrolments/current');
	// While set-up is due there is nothing set up, and the list is nothing to ask for.
	const methods = useRead('GET /api/methods', { when: !due });
	const { search } = useLocation();
	const [query] = useSearchParams();
	const replaces = query.get('replaces') ?? undefined;
	const { account, person } = session;
	const [renewed, setRenewed] = useState(false);

	const belongsHere = (enrolment: EnrolmentView | null | undefined): OwnEnrolment | undefined =>
		enrolment && enrolment.kind !== 'recovery' && enrolment.kind === kind && enrolment.replaces === (replaces ?? null)
			? enrolment
			: undefined;
	const pathOf = (step: Step) => stepPath({ kind, due }, step, search);
	const enrolment = belongsHere(current.data?.enrolment);
	const own = methods.data?.methods ?? [];
	const faces = methodFaces(kind);
	const [{ name: firstStep }] = faces.steps;
	const twoFactor = session.state === 'signed-in' && session.twoFactor;
	const reason = session.state === 'awaiting-set-up' ? session.reason : null;
	const recovery = due || methods.data?.recovery === null;

	/** Makes a new key, which ends the one before, and shows it. `personName`: who it is that sets it up. */
	const beginning = useAct(async (personName?: string) => {
		setRenewed(enrolment !== undefined);
		const body = {
			kind,
			...(replaces !== undefined && { replaces }),
			...(personName !== undefined && { personName }),
		};
		await verified(() => call('POST /api/enrolments', { body }), 'setUp');
		await forget('GET /api/enrolments/current');
		await navigate(pathOf(firstStep));
	});

	return {
		kind,
		faces,
		due,
		replaces,
		account,
		/** Somebody has to say who they are: the first of a shared mailbox who sets something up. */
		nameless: account.kind === 'shared' && own.length === 0 && !person?.name,
		/** Why it is due; null where it is a person's own choice. */
		reason,
		/** Nobody of the shared mailbox has set anything up yet, so that it is for one person or for all who use it. */
		firstOfShared: account.kind === 'shared' && !twoFactor && reason !== 'invited' && reason !== 'reset',
		/** Whether a method is set up already. */
		twoFactor,
		/** What is set up already. */
		methods: own,
		/** The kinds the security policy lets this person set up. */
		allowed: session.state === 'awaiting-set-up' ? session.methods : (methods.data?.allowed ?? []),
		/** Whether recovery codes are part of it. */
		recovery,
		steps: stepsOf(kind, recovery),
		firstStep,
		/** `undefined` when none is under way for this method, or while it is not known yet. */
		enrolment,
		/** It came in the place of one of the same kind, on the very page that is shown. */
		renewed,
		known: current.data !== undefined && (due || methods.data !== undefined),
		unreadable: current.problem ?? methods.problem,
		readAgain: () => {
			current.again();
			if (!due) methods.again();
		},
		beginning,
		pathOf,
	};
};

export type Wizard = ReturnType<typeof useWizard>;
