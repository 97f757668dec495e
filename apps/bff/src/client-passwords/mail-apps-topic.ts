/** Told when a mail app of the account signed in with a password for the first time, or was refused with one. */
export const mailAppsTopic = (accountId: string): string => `mail apps of ${accountId}`;
