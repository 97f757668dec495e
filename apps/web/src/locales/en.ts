import { challenges } from './en/challenges.ts';
import { clientPasswords } from './en/client-passwords.ts';
import { enrolments } from './en/enrolments.ts';
import { errors, forms } from './en/errors.ts';
import { factors } from './en/factors.ts';
import { overview } from './en/overview.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { times } from './en/times.ts';

const en = { shell, times, errors, forms, signIn, challenges, factors, enrolments, overview, clientPasswords } as const;

/** The first language gives every other its shape. */
export type Words = typeof en;
export default en;
