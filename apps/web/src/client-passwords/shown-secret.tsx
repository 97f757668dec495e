import type { CreatedClientPassword } from '@mailward/shared/contract/client-passwords.ts';
import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { toGroup } from './character-kind.ts';
import { Reveal } from './reveal.tsx';
import { TypingView } from './typing-view.tsx';
import { anyPassed, useLiveCheck } from './use-live-check.ts';

/**
 * The one time that the secret is seen: as a strip to copy, or group by group. Each group is an entry of the history of its
 * own, so that Back goes one group back; what the entry of the page holds, theirs hold too.
 */
export const ShownSecret = ({ created }: { created: CreatedClientPassword }) => {
	const navigate = useNavigate();
	const { pathname, state } = useLocation();
	const [query] = useSearchParams();
	/** Copied by hand, or typed to the end: from then on nothing is lost by leaving. */
	const [taken, setTaken] = useState<'copied' | 'typed'>();
	const live = useLiveCheck(created);
	const group = toGroup(query.get('group'));
	const toGroupPage = (next: number) => void navigate(`${pathname}?group=${next}`, { state });
	if (group === undefined) {
		return (
			<Reveal
				created={created}
				live={live}
				typed={taken === 'typed'}
				taken={taken !== undefined || anyPassed(live.check)}
				onTaken={() => setTaken('copied')}
				onTyping={() => toGroupPage(1)}
			/>
		);
	}
	return (
		<TypingView
			key={group}
			created={created}
			group={group}
			live={live}
			onPrevious={() => void navigate(-1)}
			onNext={() => toGroupPage(group + 1)}
			onTyped={() => {
				setTaken('typed');
				void navigate(pathname, { state });
			}}
		/>
	);
};
