import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { Icon } from '../ui/icon.tsx';
import { MethodChoices } from './method-choices.tsx';
import './other-methods.css';

interface OtherMethodsProps {
	readonly challenge: ChallengeView;
	/** Not at the sign-in but inside: it is not about logging in, and the recovery codes are in the list. */
	readonly confirming?: boolean;
	/** The list is open from the start: what is shown above is of no use. */
	readonly open?: boolean;
	readonly onChoose: (kind: FactorKind) => void;
	/** The way out when none of them works, each a `li`. */
	readonly children: ReactNode;
}

/** Everything the person could use instead of what is shown. */
export const OtherMethods = ({ challenge, confirming = false, open = false, ...rest }: OtherMethodsProps) => {
	const { t } = useWords();
	return (
		<details className="other-methods" open={open}>
			<summary>
				{t(confirming ? 'challenges.othersAtConfirm' : 'challenges.others')}
				<Icon name="down" small />
			</summary>
			<MethodChoices
				challenge={challenge}
				methods={challenge.methods.filter(({ kind }) => kind !== challenge.kind)}
				recovery={confirming}
				onChoose={rest.onChoose}
			>
				{rest.children}
			</MethodChoices>
		</details>
	);
};
