import type { Words } from './en.ts';
import type { Wording } from './wording.ts';
import { challenges } from './zh/challenges.ts';
import { clientPasswords } from './zh/client-passwords.ts';
import { enrolments } from './zh/enrolments.ts';
import { errors, forms } from './zh/errors.ts';
import { factors } from './zh/factors.ts';
import { overview } from './zh/overview.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { times } from './zh/times.ts';

const zh: Wording<Words> = {
	shell,
	times,
	errors,
	forms,
	signIn,
	challenges,
	factors,
	enrolments,
	overview,
	clientPasswords,
};

export default zh;
