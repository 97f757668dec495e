import type { DoorWords } from '../vocabulary.ts';
import type { Wording } from '../wording.ts';
import { errors, forms } from './door/errors.ts';
import { shell } from './door/shell.ts';
import { signIn } from './door/sign-in.ts';

const door: Wording<DoorWords> = { errors, forms, shell, signIn };

export default door;
