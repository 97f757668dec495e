import { createContext, type ReactNode, useContext, useState } from 'react';
import { ApiError, Withdrawn } from '../api/problem.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

type Verified = <T>(act: () => Promise<T>) => Promise<T>;

const VerificationContext = createContext<Verified | undefined>(undefined);

interface Asked {
	readonly confirmed: () => void;
	readonly withdrawn: () => void;
}

const isDue = (thrown: unknown) => thrown instanceof ApiError && thrown.problem.code === 'session.verification_needed';

/** Where sensitive acts are done beneath, "Confirm it's you" can come up. */
export const VerificationScope = ({ children }: { children: ReactNode }) => {
	const [asked, setAsked] = useState<Asked>();

	const confirm = () =>
		new Promise<void>((resolve, reject) => {
			setAsked({ confirmed: resolve, withdrawn: () => reject(new Withdrawn()) });
		}).finally(() => setAsked(undefined));

	const verified: Verified = async (act) => {
		try {
			return await act();
		} catch (thrown) {
			if (!isDue(thrown)) throw thrown;
			await confirm();
			return await act();
		}
	};

	return (
		<VerificationContext value={verified}>
			{children}
			{asked && <ConfirmDialog onConfirmed={asked.confirmed} onClose={asked.withdrawn} />}
		</VerificationContext>
	);
};

/**
 * How a sensitive act is done: `verified(() => call(…))`. When the server wants a fresh verification first, the person is
 * asked for one and the same act is done again; what they entered stays where it is.
 *
 * The act throws `Withdrawn` when the person closes the question.
 */
export const useVerified = (): Verified => {
	const verified = useContext(VerificationContext);
	if (!verified) throw new Error('useVerified is used outside VerificationScope');
	return verified;
};
