/** Characters of a client password: no look-alikes (i, l, o, I, O, 0, 1), so that it can be read aloud and typed. */
export const clientPasswordAlphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const clientPasswordLength = 16;
