import type { Queries } from '../storage/database.ts';

/** One address that an account may send from: its own or an alias. Both are canonical. */
export interface Sender {
	readonly address: string;
	readonly account: string;
}

/** All addresses of the accounts that are not disabled, in order. */
export const listSenders = async (db: Queries): Promise<Sender[]> => {
	const own = await db
		.selectFrom('accounts')
		.where('disabled_at', 'is', null)
		.select(['address', 'address as account'])
		.execute();
	const aliases = await db
		.selectFrom('aliases')
		.innerJoin('accounts', 'accounts.id', 'aliases.account_id')
		.where('accounts.disabled_at', 'is', null)
		.select(['aliases.address', 'accounts.address as account'])
		.execute();
	return [...own, ...aliases].sort((one, other) => (one.address < other.address ? -1 : 1));
};

/** A table of Postfix's (texthash:), and the addresses that such a file cannot hold. */
export interface SendersTable {
	readonly text: string;
	readonly leftOut: readonly string[];
}

/**
 * Who may send as whom, for `smtpd_sender_login_maps`. The keys of this table are plain text, so nothing in an address means
 * anything but itself; only a line that begins with `#` is a comment.
 * @param mailboxes how Dovecot names them, which is whom Postfix takes for signed in: by the whole address, or without the domain
 */
export const sendersTable = (senders: readonly Sender[], mailboxes: 'address' | 'name'): SendersTable => {
	const owner = ({ account }: Sender) => (mailboxes === 'name' ? account.slice(0, account.lastIndexOf('@')) : account);
	const isComment = ({ address }: Sender) => address.startsWith('#');
	const lines = senders.filter((sender) => !isComment(sender)).map((sender) => `${sender.address}\t${owner(sender)}\n`);
	return { text: lines.join(''), leftOut: senders.filter(isComment).map(({ address }) => address) };
};
