import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogEnds } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';

interface DeleteDialogProps {
	readonly password: ClientPasswordView;
	readonly onClose: () => void;
	readonly onDeleted: () => void;
}

/** Names what is about to end, and what ends with it. */
export const DeleteDialog = ({ password, onClose, onDeleted }: DeleteDialogProps) => {
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
		<Dialog title={t('clientPasswords.remove.title', { name: password.name })} onClose={onClose}>
			<div className="stack">
				<p>{t('clientPasswords.remove.text')}</p>
				{deleting.problem && (
					<Note tone="error">
						<p>{say(deleting.problem)}</p>
					</Note>
				)}
			</div>
			<DialogEnds>
				<Button onClick={onClose}>{t('clientPasswords.remove.keep')}</Button>
				<Button manner="destructive" busy={deleting.busy} onClick={() => deleting.run()}>
					{t('clientPasswords.remove.confirm')}
				</Button>
			</DialogEnds>
		</Dialog>
	);
};
