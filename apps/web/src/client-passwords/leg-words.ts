import type { LiveCheck } from '@mailward/shared/contract/client-passwords.ts';
import type { Times } from '../locales/times.ts';
import type { Translate } from '../locales/translate.ts';

/** The two halves of a mail app's set-up. */
export type Side = keyof LiveCheck;
export type Leg = NonNullable<LiveCheck[Side]>;

interface Told {
	readonly title: string;
	/** What it means, and what to do next. */
	readonly text: string;
}

interface Telling {
	readonly t: Translate;
	readonly times: Times;
	/** The server's time, ms since the epoch. */
	readonly now: number;
	/** What the mail app is called, made ready for the middle of a sentence. */
	readonly kind: string;
	/** The device has its settings from a profile: there is nothing to put in. */
	readonly byProfile: boolean;
}

/** How one half stands, in words. */
export const legWords = (side: Side, leg: Leg, { t, times, now, kind, byProfile }: Telling): Told => {
	switch (leg.state) {
		case 'waiting':
			return {
				title: t(`liveCheck.${side}.waiting`),
				text: byProfile ? t(`liveCheck.${side}.waitingProfile`) : t(`liveCheck.${side}.waitingText`, { kind }),
			};
		case 'passed':
			return {
				title: t(`liveCheck.${side}.passed`, { time: times.until(leg.at, now) }),
				text: t(`liveCheck.${side}.passedText`),
			};
		case 'refused': {
			const title = t(`liveCheck.${side}.refused`, { time: times.until(leg.at, now) });
			const { address } = leg.client;
			switch (leg.reason) {
				case 'not-allowed': {
					const protocol = t(`clientPasswords.protocols.${leg.protocol}`);
					const words = {
						incoming: t('liveCheck.incoming.not-allowed', { protocol }),
						outgoing: t('liveCheck.outgoing.not-allowed'),
					};
					return { title, text: words[side] };
				}
				default:
					return { title, text: t(`liveCheck.${side}.${leg.reason}`, { address }) };
			}
		}
	}
};
