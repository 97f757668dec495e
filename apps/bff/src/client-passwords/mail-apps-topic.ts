/** Told when something is new about the mail apps of an account: a first sign-in, a refusal, one that was mended, a profile fetched. */
export const mailAppsTopic = (accountId: string): string => `mail apps of ${accountId}`;
