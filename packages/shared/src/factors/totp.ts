/** RFC 6238 with the parameters every authenticator app understands: SHA-1, six digits, steps of 30 seconds. */
export const totpDigits = 6;
export const totpStepSeconds = 30;
