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
import { useWishesForm } from './use-wishes-form.ts';
import { draftOf, type Wishes } from './wishes.ts';
import { WishesFields } from './wishes-fields.tsx';

interface EditDialogProps {
	readonly password: ClientPasswordView;
	readonly onClose: () => void;
	/** Gets the name that it has now. */
	readonly onChanged: (name: string) => void;
}

/** Name, purpose and end of a password; the password itself stays as it is. */
export const EditDialog = ({ password, onClose, onChanged }: EditDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const verified = useVerified();
	const forget = useForget();
	const saving = useAct(async (wishes: Wishes) => {
		const { id } = password;
		const { name } = await verified(() => call('PUT /api/client-passwords/{id}', { params: { id }, body: wishes }));
		onChanged(name);
		await forget('GET /api/client-passwords');
	});
	const form = useWishesForm(draftOf(password), saving.problem);
	return (
		<Dialog title={t('clientPasswords.change.title', { name: password.name })} onClose={onClose}>
			<form
				method="post"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					const wishes = form.check();
					if (wishes) saving.run(wishes);
				}}
			>
				<div className="stack">
					{form.problem && (
						<Note tone="error">
							<p>{say(form.problem)}</p>
						</Note>
					)}
					<WishesFields form={form} />
				</div>
				<DialogEnds>
					<Button onClick={onClose}>{t('shell.cancel')}</Button>
					<Button type="submit" manner="go" busy={saving.busy}>
						{t('clientPasswords.change.submit')}
					</Button>
				</DialogEnds>
			</form>
		</Dialog>
	);
};
