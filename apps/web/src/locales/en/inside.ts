import { challenges } from './inside/challenges.ts';
import { clientPasswords } from './inside/client-passwords.ts';
import { enrolments } from './inside/enrolments.ts';
import { errors, forms } from './inside/errors.ts';
import { factors } from './inside/factors.ts';
import { overview } from './inside/overview.ts';
import { shell } from './inside/shell.ts';
import { signIn } from './inside/sign-in.ts';
import { times } from './inside/times.ts';

export default {
	challenges,
	clientPasswords,
	enrolments,
	errors,
	forms,
	factors,
	overview,
	shell,
	signIn,
	times,
} as const;
