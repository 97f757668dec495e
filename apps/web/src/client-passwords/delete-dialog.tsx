import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { AskDialog } from '../ui/ask-dialog.tsx';

interface DeleteDialogProps {
	readonly password: ClientPasswordView;
	/** Whether a mail app that is connected is cut off. */
	readonly endsConnections: boolean;
	readonly onClose: () => void;
	readonly onDeleted: () => void;
}

/** Names what is about to end, and what ends with it. */
export const DeleteDialog = ({ password, endsConnections, onClose, onDeleted }: DeleteDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const verified = useVerified();
	const forget = useForget();
	const deleting = useAct(async () => {
		await verified(() => call('DELETE /api/client-passwords/{id}', { params: { id: password.id } }));
		onDeleted();
		await forget('GET /api/client-passwords');
	});
	return (
		<AskDialog
			title={t('clientPasswords.remove.title', { name: password.name })}
			keep={t('clientPasswords.remove.keep')}
			confirm={t('clientPasswords.remove.confirm')}
			busy={deleting.busy}
			problem={deleting.problem && say(deleting.problem)}
			onConfirm={deleting.run}
			onClose={onClose}
		>
			<p>{t(endsConnections ? 'clientPasswords.remove.text' : 'clientPasswords.remove.textLater')}</p>
		</AskDialog>
	);
};
