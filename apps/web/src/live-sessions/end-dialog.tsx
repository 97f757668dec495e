import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { AskDialog } from '../ui/ask-dialog.tsx';

/** One browser by its name, or all but this one. */
export type Ending = { readonly id: string; readonly name: string } | 'all';

interface EndDialogProps {
	readonly what: Ending;
	readonly onClose: () => void;
	readonly onEnded: () => void;
}

/** Says what follows, then signs out there. */
export const EndDialog = ({ what, onClose, onEnded }: EndDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const verified = useVerified();
	const forget = useForget();
	const all = what === 'all';
	const ending = useAct(async () => {
		await verified(
			() =>
				what === 'all' ? call('DELETE /api/sessions') : call('DELETE /api/sessions/{id}', { params: { id: what.id } }),
			all ? 'signOutOthers' : 'signOutOther',
		);
		onEnded();
		await forget('GET /api/sessions');
	});
	return (
		<AskDialog
			title={all ? t('liveSessions.ask.titleAll') : t('liveSessions.ask.title', { name: what.name })}
			keep={t('liveSessions.ask.keep')}
			confirm={t(all ? 'liveSessions.endAll' : 'liveSessions.end')}
			busy={ending.busy}
			problem={ending.problem && say(ending.problem)}
			onConfirm={ending.run}
			onClose={onClose}
		>
			<p>{t(all ? 'liveSessions.ask.textAll' : 'liveSessions.ask.text')}</p>
		</AskDialog>
	);
};
