import type { EnrolmentView } from '@mailward/shared/contract/enrolments.ts';
import { factorKinds } from '@mailward/shared/factors/kinds.ts';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useForget, useRead } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { toFactorKind } from '../factors/registry.ts';
import { useAccountSession } from '../session/use-account.ts';
import { type Step, stepPath } from './paths.ts';

/** What every step of setting one method up shares: which method, which addresses, and the enrolment under way. */
export const useWizard = (due: boolean) => {
	const session = useAccountSession();
	const navigate = useNavigate();
	const verified = useVerified();
	const forget = useForget();
	const current = useRead('GET /api/enrolments/current');
	const { search } = useLocation();
	const [query] = useSearchParams();
	// Where set-up is due there is one method to begin with, so its address need not name it.
	const kind = toFactorKind(useParams().kind ?? (due ? factorKinds[0] : undefined));
	const replaces = query.get('replaces') ?? undefined;

	const belongsHere = (enrolment: EnrolmentView | null | undefined) =>
		enrolment?.kind === kind && enrolment?.replaces === (replaces ?? null) ? enrolment : undefined;
	const enrolment = belongsHere(current.data?.enrolment);
	const pathOf = (step: Step) => (kind ? stepPath({ kind, due }, step, search) : '/security/methods');

	/** Makes a new key, which ends the one before, and shows it. */
	const beginning = useAct(async () => {
		if (!kind) return;
		await verified(() => call('POST /api/enrolments', { body: { kind, ...(replaces !== undefined && { replaces }) } }));
		await forget('GET /api/enrolments/current');
		await navigate(pathOf('connect'));
	});

	return {
		kind,
		replaces,
		account: session.account,
		/** Whether a method is set up already. */
		twoFactor: session.state === 'signed-in' && session.twoFactor,
		/** `undefined` when none is under way for this method, or while it is not known yet. */
		enrolment,
		known: current.data !== undefined,
		unreadable: current.problem,
		readAgain: current.again,
		beginning,
		pathOf,
	};
};

export type Wizard = ReturnType<typeof useWizard>;
