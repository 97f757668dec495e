import type { PersonView } from '@mailward/shared/contract/people.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useWords } from '../locales/words.tsx';
import { NameDialog } from '../names/name-dialog.tsx';
import { useSession } from '../session/session.tsx';
import { personName } from './person-name.ts';

interface RenameDialogProps {
	readonly person: PersonView;
	readonly onClose: () => void;
	readonly onRenamed: (name: string) => void;
}

/** Gives a person another name, or the first one. */
export const RenameDialog = ({ person, onClose, onRenamed }: RenameDialogProps) => {
	const { t } = useWords();
	const verified = useVerified();
	const forget = useForget();
	const { refresh } = useSession();
	const renaming = useAct(async (name: string) => {
		const rename = () => call('PUT /api/people/{id}', { params: { id: person.id }, body: { name } });
		await verified(rename, 'renamePerson');
		onRenamed(name);
		await Promise.all([forget('GET /api/people'), refresh()]);
	});
	return (
		<NameDialog
			title={t('people.rename.title', { name: personName(person, t) })}
			label={t('people.rename.label')}
			submit={t('people.rename.save')}
			name={person.name}
			of="personName"
			busy={renaming.busy}
			problem={renaming.problem}
			onName={renaming.run}
			onClose={onClose}
		/>
	);
};
