import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** Who runs which part. */
export type ProcessOwners = PrivilegedOwners | OrdinaryOwner;

interface MailboxOwner {
	/** User and group number that own the mailboxes. */
	readonly mailUser: number;
	readonly mailGroup: number;
}

/** Started by root: each part runs as the user its Debian package made. */
interface PrivilegedOwners extends MailboxOwner {
	readonly privileged: true;
	/** Group whose members may read the secrets: Dovecot's own. */
	readonly secretGroup: number;
}

/** Started by an ordinary user: every part runs as that user. */
interface OrdinaryOwner extends MailboxOwner {
	readonly privileged: false;
	readonly userName: string;
	readonly groupName: string;
}

// Debian gives `mail` this number on every system (base-passwd).
const DEBIAN_MAIL = 8;

interface Group {
	readonly name: string;
	readonly number: number;
}

function findGroup(isWanted: (group: Group) => boolean, wanted: string): Group {
	const groups = readFileSync('/etc/group', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.map(([name = '', , number]) => ({ name, number: Number(number) }));
	const group = groups.find(isWanted);
	if (group === undefined) throw new Error(`this system has no group ${wanted}`);
	return group;
}

/**
 * Who the mail servers' parts run as, given who runs this process.
 * @throws Error when the group needed has no entry in /etc/group
 */
export function processOwners(): ProcessOwners {
	const { uid, gid, username } = userInfo();
	if (uid === 0) {
		const { number } = findGroup(({ name }) => name === 'dovecot', 'dovecot');
		return { privileged: true, secretGroup: number, mailUser: DEBIAN_MAIL, mailGroup: DEBIAN_MAIL };
	}
	const { name } = findGroup(({ number }) => number === gid, `numbered ${gid}`);
	return { privileged: false, userName: username, groupName: name, mailUser: uid, mailGroup: gid };
}
