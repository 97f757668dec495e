/** Codes of text messages have this many digits, and are good for this long. */
export const smsDigits = 6;
export const smsCodeMinutes = 5;
