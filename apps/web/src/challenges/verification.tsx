import { createContext, type ReactNode, useContext, useState } from 'react';
import { ApiError, Withdrawn } from '../api/problem.ts';
import { ConfirmDialog, type Purpose } from './confirm-dialog.tsx';

type Verified = <T>(act: () => Promise<T>, to?: Purpose) => Promise<T>;

const VerificationContext = createContext<Verified | undefined>(undefined);

interface Asked {
	readonly to: Purpose;
	readonly confirmed: () => void;
	readonly withdrawn: () => void;
}

const isDue = (thrown: unknown) => thrown instanceof ApiError && thrown.problem.code === 'session.verification_needed';

/** Where sensitive acts are done beneath, "Confirm it's you" can come up. */
export const VerificationScope = ({ children }: { children: ReactNode }) => {
	const [asked, setAsked] = useState<Asked>();

	const confirm = (to: Purpose) =>
		new Promise<void>((resolve, reject) => {
			setAsked({ to, confirmed: resolve, withdrawn: () => reject(new Withdrawn()) });
		}).finally(() => setAsked(undefined));

	const verified: Verified = async (act, to = 'other') => {
		try {
			return await act();
		} catch (thrown) {
			if (!isDue(thrown)) throw thrown;
			await confirm(to);
			return await act();
		}
	};

	return (
		<VerificationContext value={verified}>
			{children}
			{asked && <ConfirmDialog to={asked.to} onConfirmed={asked.confirmed} onClose={asked.withdrawn} />}
		</VerificationContext>
	);
};

/**
 * How a sensitive act is done: `verified(() => call(…), 'leave')`. When the server wants a fresh verification first, the
 * person is told what for and asked for one, and the same act is done again; what they entered stays where it is.
 *
 * The act throws `Withdrawn` when the person closes the question.
 */
export const useVerified = (): Verified => {
	const verified = useContext(VerificationContext);
	if (!verified) throw new Error('useVerified is used outside VerificationScope');
	return verified;
};
