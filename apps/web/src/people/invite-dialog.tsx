import { type Answer, call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useWords } from '../locales/words.tsx';
import { NameDialog } from '../names/name-dialog.tsx';

interface InviteDialogProps {
	readonly onClose: () => void;
	readonly onInvited: (invitation: Answer<'POST /api/people'>) => void;
}

/** Asks for the name of somebody who is to use the mailbox too, and makes the code that lets them in. */
export const InviteDialog = ({ onClose, onInvited }: InviteDialogProps) => {
	const { t } = useWords();
	const verified = useVerified();
	const forget = useForget();
	const inviting = useAct(async (name: string) => {
		onInvited(await verified(() => call('POST /api/people', { body: { name } }), 'invite'));
		await forget('GET /api/people');
	});
	return (
		<NameDialog
			title={t('people.invite.title')}
			text={t('people.invite.text')}
			label={t('people.invite.label')}
			submit={t('people.invite.submit')}
			name=""
			of="personName"
			busy={inviting.busy}
			problem={inviting.problem}
			onName={inviting.run}
			onClose={onClose}
		/>
	);
};
