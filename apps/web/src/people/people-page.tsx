import type { InvitationView, PersonView } from '@mailward/shared/contract/people.ts';
import { useState } from 'react';
import { Navigate } from 'react-router-dom';
import type { Answer } from '../api/call.ts';
import { useRead } from '../api/read.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { InvitationCode } from './invitation-code.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { InvitationsList, PeopleList } from './lists.tsx';
import { personName } from './person-name.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';
import './people-page.css';

const deeds = {
	renamed: 'people.rename.done',
	removed: 'people.remove.done',
	takenBack: 'people.invitations.takenBack',
} as const;

/** What has been done to whom. */
interface Deed {
	readonly what: keyof typeof deeds;
	readonly name: string;
}

type Asking =
	| { readonly to: 'invite' }
	| { readonly to: 'rename' | 'remove'; readonly person: PersonView }
	| { readonly to: 'take-back'; readonly invitation: InvitationView };

interface QuestionProps {
	readonly asking: Asking;
	readonly onClose: () => void;
	readonly onInvited: (invitation: Answer<'POST /api/people'>) => void;
	readonly onDeed: (deed: Deed) => void;
}

const Question = ({ asking, onClose, onInvited, onDeed }: QuestionProps) => {
	const { t } = useWords();
	switch (asking.to) {
		case 'invite':
			return <InviteDialog onClose={onClose} onInvited={onInvited} />;
		case 'rename':
			return (
				<RenameDialog
					person={asking.person}
					onClose={onClose}
					onRenamed={(name) => onDeed({ what: 'renamed', name })}
				/>
			);
		case 'remove':
			return (
				<RemoveDialog
					person={asking.person}
					onClose={onClose}
					onRemoved={() => onDeed({ what: 'removed', name: personName(asking.person, t) })}
				/>
			);
		case 'take-back':
			return (
				<TakeBackDialog
					invitation={asking.invitation}
					onClose={onClose}
					onTakenBack={() => onDeed({ what: 'takenBack', name: asking.invitation.name })}
				/>
			);
	}
};

/** Why nobody can be invited now, if so. */
const Hindrance = ({ full, limit, twoFactor }: { full: boolean; limit: number; twoFactor: boolean }) => {
	const { t } = useWords();
	if (!twoFactor) {
		return (
			<Note
				tone="plain"
				announce={false}
				end={
					<ButtonLink to="/security/methods" manner="go">
						{t('people.factorNeeded.action')}
					</ButtonLink>
				}
			>
				<p>
					<b>{t('people.factorNeeded.title')}</b>
				</p>
				<p className="small">{t('people.factorNeeded.text')}</p>
			</Note>
		);
	}
	if (!full) return null;
	return (
		<Note tone="plain" announce={false}>
			<p>
				<b>{t('people.full.title', { limit })}</b>
			</p>
			<p>{t('people.full.text')}</p>
		</Note>
	);
};

/** The people of a shared mailbox: who they are, inviting one more, and what to do when one goes. */
const PeoplePage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const session = useAccountSession();
	const { data, problem, again } = useRead('GET /api/people');
	const [asking, setAsking] = useState<Asking>();
	const [invited, setInvited] = useState<Answer<'POST /api/people'>>();
	const [deed, setDeed] = useState<Deed>();

	if (session.account.kind !== 'shared') return <Navigate replace to="/security" />;
	if (invited) {
		const done = () => {
			setInvited(undefined);
			// Whoever got the code may have used it by now.
			again();
		};
		return <InvitationCode invitation={invited} onDone={done} />;
	}
	const twoFactor = session.state === 'signed-in' && session.twoFactor;
	const used = data ? data.people.length + data.invitations.length : 0;
	const full = data !== undefined && used >= data.limit;
	const stop = () => setAsking(undefined);
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle step={t('people.title')} />
					<p className="muted">{t('people.lead')}</p>
				</div>
				{data && twoFactor && !full && (
					<Button manner="go" onClick={() => setAsking({ to: 'invite' })}>
						{t('people.invite.act')}
					</Button>
				)}
			</div>
			{deed && (
				<Note key={deed.what + deed.name} tone="plain" takesFocus>
					<p>{t(deeds[deed.what], { name: deed.name })}</p>
				</Note>
			)}
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data && <Hindrance full={full} limit={data.limit} twoFactor={twoFactor} />}
			{data && data.people.length > 0 && (
				<PeopleList
					people={data.people}
					invited={data.invitations.length}
					onRename={(person) => setAsking({ to: 'rename', person })}
					onRemove={(person) => setAsking({ to: 'remove', person })}
				/>
			)}
			{data && (
				<InvitationsList
					invitations={data.invitations}
					onTakeBack={(invitation) => setAsking({ to: 'take-back', invitation })}
				/>
			)}
			{data?.people.length === 1 && (
				<section className="shared-code">
					<h2>{t('people.sharedCode.title')}</h2>
					<p className="muted">{t('people.sharedCode.text')}</p>
				</section>
			)}
			{asking && (
				<Question
					asking={asking}
					onClose={stop}
					onInvited={(invitation) => {
						stop();
						setDeed(undefined);
						setInvited(invitation);
					}}
					onDeed={(done) => {
						setDeed(done);
						stop();
					}}
				/>
			)}
		</>
	);
};

export default PeoplePage;
