import { useEffect, useState } from 'react';

/**
 * The time by `now`, anew each second until `until` (ms since the epoch) has come; at rest while the page is hidden.
 * With `until` undefined it stands still.
 */
export const useClock = (now: () => number, until: number | undefined): number => {
	const [time, setTime] = useState(now);
	useEffect(() => {
		if (until === undefined) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const tick = () => {
			clearTimeout(timer);
			const current = now();
			setTime(current);
			if (current < until && !document.hidden) timer = setTimeout(tick, Math.min(1000, until - current));
		};
		tick();
		document.addEventListener('visibilitychange', tick);
		return () => {
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', tick);
		};
	}, [now, until]);
	return time;
};

/** Whether `moment` (ms since the epoch) has come by `now`; turns true by itself when it comes. */
export const usePassed = (now: () => number, moment: number): boolean => {
	const [passed, setPassed] = useState(() => now() >= moment);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const look = () => {
			clearTimeout(timer);
			const left = moment - now();
			setPassed(left <= 0);
			if (left > 0) timer = setTimeout(look, left);
		};
		look();
		// A computer that slept wakes with its timers late.
		document.addEventListener('visibilitychange', look);
		return () => {
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}, [now, moment]);
	return passed;
};
