/**
 * Kept for this tab while a change of the web password has been sent and not been answered: whoever is signed out by then
 * cannot know which password is in force. It holds no password. Where a browser refuses to keep anything, it keeps no
 * session either.
 */
const key = 'password-sent';

export const notePasswordSent = (): void => sessionStorage.setItem(key, '1');
export const notePasswordKnown = (): void => sessionStorage.removeItem(key);
export const wasPasswordSent = (): boolean => sessionStorage.getItem(key) !== null;
