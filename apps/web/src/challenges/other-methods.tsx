import type { ChallengeMethod, ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { useId, useState } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { factors } from '../factors/registry.ts';
import { useWords } from '../locales/words.tsx';
import { HelpDeskLine } from '../site/help-desk-line.tsx';
import { Icon } from '../ui/icon.tsx';
import './other-methods.css';

const OtherMethod = ({ method, onChoose }: { method: ChallengeMethod; onChoose: (kind: FactorKind) => void }) => {
	const { t, times } = useWords();
	const name = t(`factors.${method.kind}.name`);
	const icon = <Icon name={factors[method.kind].icon} />;
	if (method.state !== 'available') {
		return (
			<div className="unavailable">
				{icon}
				<span className="text">
					{name}
					<small>
						{method.state === 'throttled' && method.retryAt !== undefined
							? t('challenges.throttled', { time: times.until(method.retryAt, serverNow()) })
							: t('challenges.disabled')}
					</small>
				</span>
			</div>
		);
	}
	return (
		<button type="button" onClick={() => onChoose(method.kind)}>
			{icon}
			<span className="text">
				{name}
				<small>{method.names.filter(Boolean).join(', ')}</small>
			</span>
			<Icon name="forward" small />
		</button>
	);
};

const Help = ({ id, hidden }: { id?: string; hidden?: boolean }) => {
	const { t } = useWords();
	return (
		<div id={id} className="none-of-these" hidden={hidden}>
			<p>{t('challenges.noneText')}</p>
			<p>
				<HelpDeskLine />
			</p>
		</div>
	);
};

/** The way out when no method works: opens in place, because there is nowhere else to go. */
const NoneOfThese = () => {
	const { t } = useWords();
	const [open, setOpen] = useState(false);
	const id = useId();
	return (
		<>
			<button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
				<Icon name="desk" />
				<span className="text">
					{t('challenges.none')}
					<small>{t('challenges.noneHint')}</small>
				</span>
				<Icon name={open ? 'down' : 'forward'} small />
			</button>
			<Help id={id} hidden={!open} />
		</>
	);
};

interface OtherMethodsProps {
	readonly challenge: ChallengeView;
	readonly onChoose: (kind: FactorKind) => void;
}

/** Everything the person could use instead, and why not where they cannot. */
export const OtherMethods = ({ challenge, onChoose }: OtherMethodsProps) => {
	const { t } = useWords();
	const others = challenge.methods.filter(({ kind }) => kind !== challenge.kind);
	return (
		<details className="other-methods">
			<summary>
				{t('challenges.others')}
				<Icon name="down" small />
			</summary>
			<ul>
				{others.map((method) => (
					<li key={method.kind}>
						<OtherMethod method={method} onChoose={onChoose} />
					</li>
				))}
				<li>{others.length === 0 ? <Help /> : <NoneOfThese />}</li>
			</ul>
		</details>
	);
};
