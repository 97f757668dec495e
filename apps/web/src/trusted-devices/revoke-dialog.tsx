import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { AskDialog } from '../ui/ask-dialog.tsx';

/** One device by its name, or all of them. */
export type Revocation = { readonly id: string; readonly name: string } | 'all';

interface RevokeDialogProps {
	readonly what: Revocation;
	readonly onClose: () => void;
	readonly onRevoked: () => void;
}

/** Says what follows, then ends the trust. */
export const RevokeDialog = ({ what, onClose, onRevoked }: RevokeDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const verified = useVerified();
	const forget = useForget();
	const { refresh } = useSession();
	const all = what === 'all';
	const revoking = useAct(async () => {
		await verified(
			() =>
				what === 'all'
					? call('DELETE /api/trusted-devices')
					: call('DELETE /api/trusted-devices/{id}', { params: { id: what.id } }),
			all ? 'revokeAll' : 'revoke',
		);
		onRevoked();
		// This browser may be one of them, and can be trusted anew then.
		await Promise.all([forget('GET /api/trusted-devices'), refresh()]);
	});
	return (
		<AskDialog
			title={all ? t('trustedDevices.ask.titleAll') : t('trustedDevices.ask.title', { name: what.name })}
			keep={t(all ? 'trustedDevices.ask.keepAll' : 'trustedDevices.ask.keep')}
			confirm={t(all ? 'trustedDevices.revokeAll' : 'trustedDevices.revoke')}
			busy={revoking.busy}
			problem={revoking.problem && say(revoking.problem)}
			onConfirm={revoking.run}
			onClose={onClose}
		>
			<p>{t(all ? 'trustedDevices.ask.textAll' : 'trustedDevices.ask.text')}</p>
		</AskDialog>
	);
};
