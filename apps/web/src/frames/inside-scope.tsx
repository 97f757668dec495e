import { Outlet } from 'react-router-dom';
import { ReadScope } from '../api/read.tsx';
import { VerificationScope } from '../challenges/verification.tsx';
import { useSession } from '../session/session.tsx';

/** What the pages of a known account share: what was read for it, and "Confirm it's you". Both end with the account. */
export const InsideScope = () => {
	const { state } = useSession();
	const account = state?.state === 'signed-in' || state?.state === 'awaiting-set-up' ? state.account.address : '';
	return (
		<ReadScope key={account}>
			<VerificationScope>
				<Outlet />
			</VerificationScope>
		</ReadScope>
	);
};
