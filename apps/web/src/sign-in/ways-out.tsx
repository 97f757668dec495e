import { Link, useSearchParams } from 'react-router-dom';
import { ChoiceWords } from '../challenges/method-choices.tsx';
import { useWords } from '../locales/words.tsx';
import { nextPath, withNext } from '../session/next-path.ts';
import './ways-out.css';

/** In the address of the page that takes a code: whose it is, where it is not an invitation. */
export const helpDesk = 'help-desk';

/** The pages of the second step, each with the way on kept. */
export const useSecondStepPath = () => {
	const [query] = useSearchParams();
	const next = nextPath(query.get('next'));
	return (page: 'verify' | 'recovery' | 'invitation', from?: typeof helpDesk) => {
		const path = withNext(`/sign-in/${page}`, next);
		return from === undefined ? path : `${path}${next === undefined ? '?' : '&'}from=${from}`;
	};
};

interface WayOutProps {
	/** How many methods there are, and how many of them are in the list that this ends. */
	readonly methods: number;
	readonly listed: number;
}

/** The end of the list of methods: for somebody whom none of them helps. */
export const WayOut = ({ methods, listed }: WayOutProps) => {
	const { t } = useWords();
	const pathOf = useSecondStepPath();
	const none = methods === 1 ? 'noneOfOne' : listed === 1 ? 'noneEither' : 'none';
	return (
		<li>
			<Link className="method-choice" to={pathOf('recovery')}>
				<ChoiceWords icon="desk" title={t(`challenges.${none}`)} text={t('challenges.noneHint')} />
			</Link>
		</li>
	);
};

/** For somebody who shares the mailbox's password and has no code: who can give them one. */
export const NotInvited = () => {
	const { t } = useWords();
	return <p className="small muted">{t('signIn.invitation.notYet')}</p>;
};

/** The way to the form that takes an invitation code. */
export const WayIn = () => {
	const { t } = useWords();
	const pathOf = useSecondStepPath();
	return (
		<Link className="method-choice" to={pathOf('invitation')}>
			<ChoiceWords icon="people" title={t('signIn.invitation.link')} text={t('signIn.invitation.linkText')} />
		</Link>
	);
};

/** The door of somebody who is new to a shared mailbox: in sight, since they have no method to choose from. */
export const Invited = () => (
	<div className="way-in">
		<WayIn />
		<NotInvited />
	</div>
);
