import type { ChallengeMethod, ChallengeView } from '@mailward/shared/contract/challenges.ts';
import { type FactorKind, isScanKind } from '@mailward/shared/factors/kinds.ts';
import type { ReactNode } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { namesShown } from '../factors/names-shown.ts';
import { factors } from '../factors/registry.ts';
import { useWords } from '../locales/words.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import './method-choices.css';

interface ChoiceProps {
	readonly icon: IconName;
	readonly title: string;
	readonly text: string;
}

/** What a row of the list says, whatever it is made of. */
export const ChoiceWords = ({ icon, title, text, forward = true }: ChoiceProps & { forward?: boolean }) => (
	<>
		<Icon name={icon} />
		<span className="text">
			{title}
			<small>{text}</small>
		</span>
		{forward && <Icon name="forward" small />}
	</>
);

type Usable = Pick<ChallengeMethod, 'state' | 'retryAt'>;

interface ChoiceRowProps extends ChoiceProps {
	readonly usable: Usable;
	readonly onChoose: () => void;
}

/** One way to verify, or why it is none just now. */
const ChoiceRow = ({ usable, onChoose, ...words }: ChoiceRowProps) => {
	const { t, times } = useWords();
	const why = (): string => {
		if (usable.state === 'not-allowed') return t('challenges.notAllowed');
		return usable.state === 'throttled' && usable.retryAt !== undefined
			? t('challenges.throttled', { time: times.until(usable.retryAt, serverNow()) })
			: t('challenges.disabled');
	};
	if (usable.state !== 'available') {
		return (
			<div className="method-choice unavailable">
				<ChoiceWords {...words} text={why()} forward={false} />
			</div>
		);
	}
	return (
		<button type="button" className="method-choice" onClick={onChoose}>
			<ChoiceWords {...words} />
		</button>
	);
};

interface MethodChoicesProps {
	readonly challenge: ChallengeView;
	/** The methods to list. */
	readonly methods: readonly ChallengeMethod[];
	/** Lists the recovery codes as well, where there are any left. */
	readonly recovery?: boolean;
	readonly onChoose: (kind: FactorKind) => void;
	/** What follows the methods, each a `li`. */
	readonly children?: ReactNode;
}

/** The methods a person can verify with: the names they gave them, and why not where they cannot. */
export const MethodChoices = ({ challenge, methods, recovery = false, onChoose, children }: MethodChoicesProps) => {
	const { t, language } = useWords();
	const comma = language === 'zh' ? '、' : ', ';
	const numbers = (endings: readonly string[]): string[] => {
		const [ending, ...more] = endings;
		if (ending === undefined) return [];
		return more.length === 0
			? [t('factors.sms.ending', { ending })]
			: [t('factors.sms.endings', { endings: endings.join(comma) })];
	};
	const about = ({ kind, names, endings }: ChallengeMethod): string => {
		const called = names.some(Boolean) && endings.length === 0 ? namesShown(kind, names, t) : names.filter(Boolean);
		const told = [...called, ...numbers(endings)];
		if (told.length > 0) return told.join(comma);
		if (kind === challenge.kind) return t('challenges.current');
		return isScanKind(kind) ? t('challenges.byScan') : '';
	};
	return (
		<ul className="method-choices">
			{methods.map((method) => (
				<li key={method.kind}>
					<ChoiceRow
						icon={factors[method.kind].icon}
						title={t(`factors.${method.kind}.name`)}
						text={about(method)}
						usable={method}
						onChoose={() => onChoose(method.kind)}
					/>
				</li>
			))}
			{recovery && challenge.recovery && challenge.kind !== 'recovery' && (
				<li>
					<ChoiceRow
						icon={factors.recovery.icon}
						title={t('factors.recovery.name')}
						text={t('factors.recovery.summary')}
						usable={challenge.recovery}
						onChoose={() => onChoose('recovery')}
					/>
				</li>
			)}
			{children}
		</ul>
	);
};
