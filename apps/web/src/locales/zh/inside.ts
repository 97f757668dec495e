import type { InsideWords } from '../vocabulary.ts';
import type { Wording } from '../wording.ts';
import { activity } from './inside/activity.ts';
import { challenges } from './inside/challenges.ts';
import { clientPasswords } from './inside/client-passwords.ts';
import { clients } from './inside/clients.ts';
import { enrolments } from './inside/enrolments.ts';
import { errors, forms } from './inside/errors.ts';
import { factors } from './inside/factors.ts';
import { liveCheck } from './inside/live-check.ts';
import { liveSessions } from './inside/live-sessions.ts';
import { mailApps } from './inside/mail-apps.ts';
import { methods } from './inside/methods.ts';
import { overview } from './inside/overview.ts';
import { people } from './inside/people.ts';
import { recoveryCodes } from './inside/recovery-codes.ts';
import { selfSetUp } from './inside/self-set-up.ts';
import { shell } from './inside/shell.ts';
import { signIn } from './inside/sign-in.ts';
import { staleClients } from './inside/stale-clients.ts';
import { times } from './inside/times.ts';
import { trustedDevices } from './inside/trusted-devices.ts';
import { webPassword } from './inside/web-password.ts';

const inside: Wording<InsideWords> = {
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
	activity,
	clients,
	liveCheck,
	liveSessions,
	mailApps,
	methods,
	people,
	recoveryCodes,
	selfSetUp,
	staleClients,
	trustedDevices,
	webPassword,
};

export default inside;
