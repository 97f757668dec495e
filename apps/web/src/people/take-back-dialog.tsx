import type { InvitationView } from '@mailward/shared/contract/people.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { AskDialog } from '../ui/ask-dialog.tsx';

interface TakeBackDialogProps {
	readonly invitation: InvitationView;
	readonly onClose: () => void;
	readonly onTakenBack: () => void;
}

/** Ends an invitation that nobody has used yet. */
export const TakeBackDialog = ({ invitation, onClose, onTakenBack }: TakeBackDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const verified = useVerified();
	const forget = useForget();
	const taking = useAct(async () => {
		await verified(() => call('DELETE /api/people/{id}', { params: { id: invitation.id } }), 'takeBack');
		onTakenBack();
		await forget('GET /api/people');
	});
	return (
		<AskDialog
			title={t('people.invitations.ask.title', { name: invitation.name })}
			keep={t('people.invitations.ask.keep')}
			confirm={t('people.invitations.takeBack')}
			busy={taking.busy}
			problem={taking.problem && say(taking.problem)}
			onConfirm={taking.run}
			onClose={onClose}
		>
			<p>{t('people.invitations.ask.text')}</p>
		</AskDialog>
	);
};
