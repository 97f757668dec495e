/** Digits of the number that a phone shows after it has confirmed a set-up. */
export const scanNumberDigits = 2;
