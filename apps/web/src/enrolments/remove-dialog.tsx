import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog, DialogEnds } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';

interface RemoveDialogProps {
	readonly method: MethodView;
	readonly name: string;
	/** It is the only one: two-factor ends with it, where it may. */
	readonly last: boolean;
	readonly onClose: () => void;
	readonly onRemoved: () => void;
}

const LastOne = () => {
	const { t } = useWords();
	return (
		<Note tone="warning" announce={false}>
			<p>
				<b>{t('methods.remove.lastTitle')}</b>
			</p>
			<ul className="tight small">
				<li>{t('methods.remove.lastWeb')}</li>
				<li>{t('methods.remove.lastMail')}</li>
				<li>{t('methods.remove.lastClient')}</li>
			</ul>
		</Note>
	);
};

/** It has to stay; what can be done instead. */
const Required = ({ method, onClose }: Pick<RemoveDialogProps, 'method' | 'onClose'>) => {
	const { t } = useWords();
	return (
		<Dialog title={t('methods.remove.requiredTitle')} onClose={onClose}>
			<p>{t('errors.factor.last_required')}</p>
			<DialogEnds>
				<Button onClick={onClose}>{t('methods.remove.keep')}</Button>
				<ButtonLink
					manner="go"
					to={`/security/methods/${method.kind}/set-up?replaces=${encodeURIComponent(method.id)}`}
				>
					{t('methods.replace')}
				</ButtonLink>
			</DialogEnds>
		</Dialog>
	);
};

/** Says what follows, then removes. Where the administrator requires a method, says instead what can be done. */
export const RemoveDialog = ({ method, name, last, onClose, onRemoved }: RemoveDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { state, refresh } = useSession();
	const verified = useVerified();
	const forget = useForget();
	const removing = useAct(async () => {
		await verified(() => call('DELETE /api/methods/{id}', { params: { id: method.id } }));
		onRemoved();
		await Promise.all([forget('GET /api/methods'), forget('GET /api/trusted-devices'), refresh()]);
	});
	const required =
		removing.problem?.code === 'factor.last_required' ||
		(last && state?.state === 'signed-in' && state.twoFactorRequired);

	if (required) return <Required method={method} onClose={onClose} />;
	return (
		<AskDialog
			title={t('methods.remove.title', { name })}
			keep={t('methods.remove.keep')}
			confirm={last ? t('methods.remove.confirmLast') : t('methods.remove.confirm')}
			busy={removing.busy}
			problem={removing.problem && say(removing.problem)}
			onConfirm={removing.run}
			onClose={onClose}
		>
			<p>{t(`methods.remove.${method.kind}`)}</p>
			{last ? <LastOne /> : <p className="muted">{t('methods.remove.devices')}</p>}
		</AskDialog>
	);
};
