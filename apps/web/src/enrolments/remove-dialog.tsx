import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { useForget, useRead } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog, DialogEnds } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';
import { Waiting } from '../ui/waiting.tsx';

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

/** Why it has to stay: the administrator says so, or its person could not get in any more while others still can. */
type Hold = 'last_required' | 'last_of_person';

interface HeldProps extends Pick<RemoveDialogProps, 'method' | 'onClose'> {
	readonly by: Hold;
}

/** It has to stay; what can be done instead. */
const Held = ({ method, by, onClose }: HeldProps) => {
	const { t } = useWords();
	return (
		<Dialog title={t('methods.remove.requiredTitle')} onClose={onClose}>
			<p>{t(`errors.factor.${by}`)}</p>
			<DialogEnds>
				<Button onClick={onClose}>{t('methods.remove.keep')}</Button>
				{by === 'last_of_person' && <ButtonLink to="/security/people">{t('methods.remove.people')}</ButtonLink>}
				<ButtonLink
					manner="go"
					to={`/security/methods/${method.kind}/set-up?replaces=${encodeURIComponent(method.id)}`}
				>
					{t(`factors.${method.kind}.change`)}
				</ButtonLink>
			</DialogEnds>
		</Dialog>
	);
};

/** What holds a method, as far as it is known before anybody asks for its removal; `known` is false until then. */
const useHold = (last: boolean): { readonly hold: Hold | undefined; readonly known: boolean } => {
	const { state } = useSession();
	const signedIn = state?.state === 'signed-in' ? state : undefined;
	const shared = last && signedIn?.account.kind === 'shared';
	const { data, problem } = useRead('GET /api/people', { when: shared });
	if (shared && data?.people.some(({ current, methods }) => !current && methods > 0)) {
		return { hold: 'last_of_person', known: true };
	}
	return {
		hold: last && signedIn?.twoFactorRequired ? 'last_required' : undefined,
		// Where it cannot be found out, the server has the last word.
		known: !shared || data !== undefined || problem !== undefined,
	};
};

/** The hold that a refusal names, if it names one. */
const holdIn = (problem: Problem | undefined): Hold | undefined => {
	switch (problem?.code) {
		case 'factor.last_required':
			return 'last_required';
		case 'factor.last_of_person':
			return 'last_of_person';
		default:
			return undefined;
	}
};

/** Says what follows, then removes. Where the method has to stay, says instead what can be done. */
export const RemoveDialog = ({ method, name, last, onClose, onRemoved }: RemoveDialogProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { refresh } = useSession();
	const { hold, known } = useHold(last);
	const verified = useVerified();
	const forget = useForget();
	const removing = useAct(async () => {
		await verified(() => call('DELETE /api/methods/{id}', { params: { id: method.id } }), 'removeMethod');
		onRemoved();
		await Promise.all([forget('GET /api/methods'), forget('GET /api/trusted-devices'), refresh()]);
	});
	const held = holdIn(removing.problem) ?? hold;
	const title = t('methods.remove.title', { name });

	if (!known) {
		return (
			<Dialog title={title} onClose={onClose}>
				<Waiting text={t('shell.loading')} />
			</Dialog>
		);
	}
	if (held) return <Held method={method} by={held} onClose={onClose} />;
	return (
		<AskDialog
			title={title}
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
