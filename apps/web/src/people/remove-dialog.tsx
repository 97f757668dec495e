import type { PersonView } from '@mailward/shared/contract/people.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { personName } from './person-name.ts';

interface RemoveDialogProps {
	readonly person: PersonView;
	readonly onClose: () => void;
	readonly onRemoved: () => void;
}

const WhatGoes = () => {
	const { t } = useWords();
	return (
		<>
			<div>
				<p>{t('people.remove.text')}</p>
				<ul className="what-goes">
					<li>{t('people.remove.methods')}</li>
					<li>{t('people.remove.clientPasswords')}</li>
					<li>{t('people.remove.devices')}</li>
				</ul>
			</div>
			<p>{t('people.remove.others')}</p>
			<p className="small muted">{t('people.remove.password')}</p>
		</>
	);
};

/** Names what goes with a person before they go. Who removes themselves leaves, and is signed out. */
export const RemoveDialog = ({ person, onClose, onRemoved }: RemoveDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const verified = useVerified();
	const forget = useForget();
	const { signOut } = useSession();
	const removing = useAct(async () => {
		const remove = () => call('DELETE /api/people/{id}', { params: { id: person.id } });
		await verified(remove, person.current ? 'leave' : 'removePerson');
		if (person.current) return signOut('departed');
		onRemoved();
		return forget('GET /api/people');
	});
	const shared = {
		busy: removing.busy,
		problem: removing.problem && say(removing.problem),
		onConfirm: removing.run,
		onClose,
	};
	return person.current ? (
		<AskDialog
			{...shared}
			title={t('people.leave.title')}
			keep={t('people.leave.keep')}
			confirm={t('people.leave.confirm')}
		>
			<p>{t('people.leave.text')}</p>
		</AskDialog>
	) : (
		<AskDialog
			{...shared}
			title={t('people.remove.title', { name: personName(person, t) })}
			keep={t('people.remove.keep')}
			confirm={t('people.remove.confirm')}
		>
			<WhatGoes />
		</AskDialog>
	);
};
