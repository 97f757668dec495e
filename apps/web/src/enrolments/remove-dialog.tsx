import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
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
				<b>{t('enrolments.remove.lastTitle')}</b>
			</p>
			<ul className="tight small">
				<li>{t('enrolments.remove.lastWeb')}</li>
				<li>{t('enrolments.remove.lastMail')}</li>
				<li>{t('enrolments.remove.lastClient')}</li>
			</ul>
		</Note>
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
		await Promise.all([forget('GET /api/methods'), refresh()]);
	});
	const required =
		removing.problem?.code === 'factor.last_required' ||
		(last && state?.state === 'signed-in' && state.twoFactorRequired);

	if (required) {
		return (
			<Dialog title={t('enrolments.remove.requiredTitle')} onClose={onClose}>
				<p>{t('errors.factor.last_required')}</p>
				<DialogEnds>
					<Button onClick={onClose}>{t('enrolments.remove.keep')}</Button>
					<ButtonLink
						manner="go"
						to={`/security/methods/${method.kind}/set-up?replaces=${encodeURIComponent(method.id)}`}
					>
						{t('enrolments.method.replace')}
					</ButtonLink>
				</DialogEnds>
			</Dialog>
		);
	}
	return (
		<Dialog title={t('enrolments.remove.title', { name })} onClose={onClose}>
			<div className="stack">
				<p>{t('enrolments.remove.text')}</p>
				{last && <LastOne />}
				{removing.problem && (
					<Note tone="error">
						<p>{say(removing.problem)}</p>
					</Note>
				)}
			</div>
			<DialogEnds>
				<Button onClick={onClose}>{t('enrolments.remove.keep')}</Button>
				<Button manner="destructive" busy={removing.busy} onClick={() => removing.run()}>
					{last ? t('enrolments.remove.confirmLast') : t('enrolments.remove.confirm')}
				</Button>
			</DialogEnds>
		</Dialog>
	);
};
