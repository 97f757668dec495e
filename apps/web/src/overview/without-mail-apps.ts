/** Kept in this browser, for one person or account: that they use no mail apps. No secret, and nothing that decides anything. */
const keyOf = (of: string) => `without-mail-apps.${of}`;

export const remembered = (of: string): boolean => localStorage.getItem(keyOf(of)) !== null;
export const remember = (of: string): void => localStorage.setItem(keyOf(of), '1');
