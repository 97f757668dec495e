import type { CreatedClientPassword } from '@mailward/shared/contract/client-passwords.ts';
import { useEffect, useRef } from 'react';
import { shortAppName } from '../clients/short-app-name.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { charactersOf, groupCount } from './character-kind.ts';
import { LiveLines } from './live-check.tsx';
import type { LiveState } from './use-live-check.ts';
import './typing-view.css';

interface TypingViewProps {
	readonly created: CreatedClientPassword;
	/** Counted from 1. */
	readonly group: number;
	readonly live: LiveState;
	readonly onPrevious: () => void;
	readonly onNext: () => void;
	/** The last group has been typed. */
	readonly onTyped: () => void;
}

const groups = Array.from({ length: groupCount }, (_, index) => index + 1);

/** The arrow keys turn the groups like pages. */
const useArrows = (back: () => void, on: (() => void) | undefined) => {
	useEffect(() => {
		const turn = (event: KeyboardEvent) => {
			if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			if (event.key === 'ArrowLeft') back();
			if (event.key === 'ArrowRight') on?.();
		};
		document.addEventListener('keydown', turn);
		return () => document.removeEventListener('keydown', turn);
	}, [back, on]);
};

const Progress = ({ group }: { group: number }) => {
	const { t } = useWords();
	return (
		<ol className="typing-progress" aria-label={t('clientPasswords.typing.progress')}>
			{groups.map((each) => (
				<li
					key={each}
					className={each < group ? 'typed' : undefined}
					aria-current={each === group ? 'step' : undefined}
				>
					{each < group ? (
						<>
							<Icon name="check" small />
							<span className="unseen">
								{each} {t('clientPasswords.typing.typed')}
							</span>
						</>
					) : (
						each
					)}
				</li>
			))}
		</ol>
	);
};

/** One group of four, large, each character with what it is: for phones that cannot paste. */
export const TypingView = ({ created, group, live, onPrevious, onNext, onTyped }: TypingViewProps) => {
	const { t } = useWords();
	const last = group === groupCount;
	const turned = useRef(false);
	// A second press before the next group is there would leave two of one in the history.
	const once = (turn: () => void) => () => {
		if (!turned.current) turn();
		turned.current = true;
	};
	useArrows(once(onPrevious), last ? undefined : once(onNext));
	return (
		<div className="typing-view">
			<Sheet edge>
				<p className="small muted">
					{t('clientPasswords.kicker')}
					{created.app && ` · ${shortAppName(created.app, t)}`}
				</p>
				<StepTitle step={t('clientPasswords.typing.title', { group, groups: groupCount })} />
				<ul className="typing-characters" aria-label={t('clientPasswords.typing.characters')}>
					{charactersOf(created.secret, group).map(({ at, character, kind }) => (
						<li key={at} className={kind}>
							<b className="mono">{character}</b> <small>{t(`clientPasswords.typing.${kind}`)}</small>
						</li>
					))}
				</ul>
				<Progress group={group} />
				<LiveLines password={created} live={live} />
				<p>{t(group === 1 ? 'clientPasswords.typing.hintFirst' : 'clientPasswords.typing.hint')}</p>
				<div className="typing-ends">
					<Button onClick={once(onPrevious)}>
						<Icon name="back" small />
						{t(group === 1 ? 'clientPasswords.make.cancel' : 'clientPasswords.typing.previous')}
					</Button>
					<Button manner="go" onClick={once(last ? onTyped : onNext)}>
						{t(last ? 'clientPasswords.typing.finish' : 'clientPasswords.typing.next')}
					</Button>
				</div>
				<p className="small muted">
					{t('clientPasswords.typing.without')} <span className="mono">0 O 1 l I</span>
				</p>
			</Sheet>
		</div>
	);
};
