import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useWords } from '../locales/words.tsx';
import { NameDialog } from '../names/name-dialog.tsx';

interface RenameDialogProps {
	readonly method: MethodView;
	/** What it is called until now. */
	readonly name: string;
	readonly onClose: () => void;
	readonly onRenamed: (name: string) => void;
}

/** Gives a method another name. */
export const RenameDialog = ({ method, name, onClose, onRenamed }: RenameDialogProps) => {
	const { t } = useWords();
	const verified = useVerified();
	const forget = useForget();
	const renaming = useAct(async (wanted: string) => {
		const rename = () => call('PUT /api/methods/{id}', { params: { id: method.id }, body: { name: wanted } });
		await verified(rename, 'renameMethod');
		onRenamed(wanted);
		await forget('GET /api/methods');
	});
	return (
		<NameDialog
			title={t('methods.rename.title', { name })}
			label={t('methods.rename.label')}
			submit={t('methods.rename.save')}
			name={name}
			of="methodName"
			busy={renaming.busy}
			problem={renaming.problem}
			onName={renaming.run}
			onClose={onClose}
		/>
	);
};
