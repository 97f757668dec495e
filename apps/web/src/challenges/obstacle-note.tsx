import { serverNow } from '../api/server-clock.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { useClock } from '../ui/use-clock.ts';
import type { Obstacle } from './obstacle.ts';

interface ObstacleNoteProps {
	readonly obstacle: Obstacle;
	/** It stands where something was pressed that is gone now. */
	readonly takesFocus?: boolean;
	/** Begins the verification anew. */
	readonly onAgain: () => void;
	readonly busy: boolean;
}

const Again = ({ onAgain, busy }: Pick<ObstacleNoteProps, 'onAgain' | 'busy'>) => {
	const { t } = useWords();
	return (
		<Button manner="go" wide busy={busy} onClick={onAgain}>
			{t('challenges.again')}
		</Button>
	);
};

interface Focused extends Omit<ObstacleNoteProps, 'obstacle' | 'takesFocus'> {
	readonly takesFocus: boolean;
}

const Throttled = ({ retryAt, takesFocus, ...again }: Focused & { retryAt: string }) => {
	const { t, times } = useWords();
	const until = Date.parse(retryAt);
	const now = useClock(serverNow, until);
	const left = (until - now) / 1000;
	if (left <= 0) {
		return (
			<div className="stack">
				<Note tone="plain">
					<p>{t('challenges.waitOver')}</p>
				</Note>
				<Again {...again} />
			</div>
		);
	}
	return (
		<Note tone="warning" takesFocus={takesFocus}>
			<p>
				<b>{t('challenges.waitTitle')}</b>
			</p>
			<p>{t('errors.factor.throttled', { time: times.until(retryAt, now) })}</p>
			{/* Seen each second; heard at the start and at the end only. */}
			<p className="small muted numerals" role="timer" aria-live="off">
				{t('challenges.wait', { left: times.duration(left) })}
			</p>
		</Note>
	);
};

/** What stands in the place of a method's face while no answer can be given, and what to do about it. */
export const ObstacleNote = ({ obstacle, takesFocus = false, ...again }: ObstacleNoteProps) => {
	const { t } = useWords();
	switch (obstacle.what) {
		case 'throttled':
			return <Throttled retryAt={obstacle.retryAt} takesFocus={takesFocus} {...again} />;
		case 'disabled':
			return (
				<Note tone="warning" takesFocus={takesFocus}>
					<p>
						<b>{t('challenges.shutTitle')}</b>
					</p>
					<p>{t('errors.factor.disabled')}</p>
				</Note>
			);
		case 'not-allowed':
			return (
				<Note tone="warning" takesFocus={takesFocus}>
					<p>
						<b>{t('challenges.notAllowedTitle')}</b>
					</p>
					<p>{t('challenges.notAllowedText')}</p>
				</Note>
			);
		case 'over':
			return (
				<div className="stack">
					<Note tone="warning" takesFocus={takesFocus}>
						<p>
							<b>{t('challenges.restartTitle')}</b>
						</p>
						<p>{t(`errors.${obstacle.code}`)}</p>
					</Note>
					<Again {...again} />
				</div>
			);
	}
};
