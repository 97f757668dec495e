import type { Problem } from '../api/problem.ts';
import type { Times } from './times.ts';
import type { Translate } from './translate.ts';

export interface Wordsmith {
	readonly t: Translate;
	readonly times: Times;
	/** The server's time, ms since the epoch. */
	readonly now: number;
}

const clockOffset = (offsetSeconds: number, t: Translate): string => {
	const direction = offsetSeconds > 0 ? 'ahead' : 'behind';
	const whole = Math.abs(Math.round(offsetSeconds));
	const seconds = whole % 60;
	const minutes = Math.floor(whole / 60);
	return minutes > 0
		? t(`times.${direction}.minutes`, { minutes, seconds })
		: t(`times.${direction}.seconds`, { seconds });
};

/** The sentence for a problem: what happened, why where known, what to do next. */
export const problemWords = (problem: Problem, { t, times, now }: Wordsmith): string => {
	switch (problem.code) {
		case 'sign_in.throttled':
		case 'factor.throttled':
			return t(`errors.${problem.code}`, { time: times.until(problem.details.retryAt, now) });
		case 'factor.code_malformed':
			return t(`forms.code.${problem.details.reason}`);
		case 'factor.code_rejected':
			return t('errors.factor.code_rejected', {
				attemptsLeft: problem.details.attemptsLeft,
				serverTime: times.clockWithSeconds(problem.details.serverTime),
			});
		case 'factor.number_rejected':
		case 'factor.passkey_rejected':
		case 'factor.recovery_rejected':
		case 'invitation.rejected':
			return t(`errors.${problem.code}`, problem.details);
		case 'factor.code_just_used':
			return t('errors.factor.code_just_used', problem.details);
		case 'factor.clock_off':
			return t('errors.factor.clock_off', {
				offset: clockOffset(problem.details.offsetSeconds, t),
				serverTime: times.clockWithSeconds(problem.details.serverTime),
			});
		case 'client_password.name_invalid':
			return t(`forms.name.${problem.details.reason}`);
		case 'method.name_invalid':
			return t(`forms.methodName.${problem.details.reason}`);
		case 'person.name_invalid':
			return t(`forms.personName.${problem.details.reason}`);
		case 'client_password.limit_reached':
		case 'method.limit_reached':
		case 'person.limit_reached':
			return t(`errors.${problem.code}`, problem.details);
		case 'password.too_short':
			return t('errors.password.too_short', problem.details);
		default:
			return t(`errors.${problem.code}`);
	}
};
