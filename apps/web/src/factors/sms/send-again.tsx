import { useId, useState } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { useClock } from '../../ui/use-clock.ts';
import { waitFor } from './wait.ts';
import './send-again.css';

interface SendAgainProps {
	/** From when a code may be sent, ISO 8601; null where it may be now. */
	readonly from: string | null;
	/** The server's time, in ms since the epoch. */
	readonly now: () => number;
	readonly busy: boolean;
	readonly onSend: () => void;
	/** Nothing was sent yet, so that this is the one thing to do. */
	readonly first?: string;
}

/**
 * Sends a code, once it may be sent. How long until then is seen each second; those who listen hear how long it is when it
 * begins, and that it is over.
 */
export const SendAgain = ({ from, now, busy, onSend, first }: SendAgainProps) => {
	const { t, times } = useWords();
	const id = useId();
	const until = from === null ? null : Date.parse(from);
	useClock(now, until ?? undefined);
	const wait = waitFor(until, now());
	const [began, setBegan] = useState({ until, wait });
	if (began.until !== until) setBegan({ until, wait });

	const words = (of: typeof wait): string | undefined => {
		switch (of.how) {
			case 'over':
				return undefined;
			case 'counted':
				return t('factors.sms.again.wait', { left: times.duration(of.left) });
			case 'until':
				return t('factors.sms.again.until', { time: times.until(of.at, now()) });
		}
	};
	const waiting = wait.how !== 'over';
	return (
		<div className="send-again">
			<Button
				type={first === undefined ? 'button' : 'submit'}
				manner={first === undefined ? 'plain' : 'go'}
				wide={first !== undefined}
				busy={busy}
				// It keeps the focus while it waits, which a disabled one would lose.
				aria-disabled={waiting || undefined}
				aria-describedby={waiting ? id : undefined}
				onClick={(event) => {
					event.preventDefault();
					if (!waiting && !busy) onSend();
				}}
			>
				{first ?? t('factors.sms.again.act')}
			</Button>
			{waiting && (
				<span id={id} className="small muted numerals" role="timer" aria-live="off">
					{words(wait)}
				</span>
			)}
			<span className="unseen" role="status">
				{waiting ? words(began.wait) : began.wait.how !== 'over' && t('factors.sms.again.now')}
			</span>
		</div>
	);
};
