import type { SmsChallengePrompt } from '@mailward/shared/factors/sms-prompts.ts';
import { useState } from 'react';
import { usePassed } from '../../ui/use-clock.ts';

export type Sending = NonNullable<SmsChallengePrompt['sending']>;

/** A moment that is over, for want of a text. */
const long = 0;

interface Awaited {
	/**
	 * The text whose code is waited for: the newest one, or where that was never sent, the one before it to the same
	 * number, whose code may still be good.
	 */
	readonly awaited: Sending | undefined;
	/** What was waited for is too old now. */
	readonly over: boolean;
	/** Set once one was sent since the page is shown, and different for each. */
	readonly sentHere: string | undefined;
}

export const useAwaited = (sending: Sending | null, now: () => number): Awaited => {
	const [first] = useState(sending?.sentAt);
	const [newest, setNewest] = useState(sending);
	const [before, setBefore] = useState<Sending>();
	if (newest !== sending) {
		if (newest && newest.sentAt !== sending?.sentAt && newest.state !== 'failed') setBefore(newest);
		setNewest(sending);
	}
	const earlier = before?.ending === sending?.ending ? before : undefined;
	const last = sending?.state === 'failed' ? earlier : (sending ?? undefined);
	const passed = usePassed(now, last ? Date.parse(last.expiresAt) : long);
	const awaited = passed ? undefined : last;
	return {
		awaited,
		over: last !== undefined && passed,
		sentHere: awaited?.sentAt === first ? undefined : awaited?.sentAt,
	};
};
