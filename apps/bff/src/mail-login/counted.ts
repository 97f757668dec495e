import type { MailLogin, MailLoginVerdict } from './mail-login.ts';

/** The rule, with each verdict told to `count`. */
export const counted =
	(mailLogin: MailLogin, count: (result: MailLoginVerdict['result']) => void): MailLogin =>
	async (attempt) => {
		const verdict = await mailLogin(attempt);
		count(verdict.result);
		return verdict;
	};
