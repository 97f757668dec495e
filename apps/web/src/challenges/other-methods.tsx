import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { Icon } from '../ui/icon.tsx';
import { MethodChoices } from './method-choices.tsx';
import './other-methods.css';

interface OtherMethodsProps {
	readonly challenge: ChallengeView;
	readonly recovery?: boolean;
	/** The list is open from the start: what is shown above is of no use. */
	readonly open?: boolean;
	readonly onChoose: (kind: FactorKind) => void;
	/** The way out when none of them works, each a `li`. */
	readonly children: ReactNode;
}

/** Everything the person could use instead of what is shown. */
export const OtherMethods = ({ challenge, recovery = false, open = false, onChoose, children }: OtherMethodsProps) => {
	const { t } = useWords();
	return (
		<details className="other-methods" open={open}>
			<summary>
				{t('challenges.others')}
				<Icon name="down" small />
			</summary>
			<MethodChoices
				challenge={challenge}
				methods={challenge.methods.filter(({ kind }) => kind !== challenge.kind)}
				recovery={recovery}
				onChoose={onChoose}
			>
				{children}
			</MethodChoices>
		</details>
	);
};
