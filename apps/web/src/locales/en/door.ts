import { errors, forms } from './door/errors.ts';
import { shell } from './door/shell.ts';
import { signIn } from './door/sign-in.ts';

export default { errors, forms, shell, signIn } as const;
