/** How Dovecot's mailboxes are named, which is how it knows who is connected: by the whole address, or without the domain. */
export type MailboxNames = 'address' | 'name';

export interface DoveadmSettings {
	/** `http(s)://HOST:PORT` of each Dovecot's HTTP API. */
	readonly origins: readonly string[];
	/** `doveadm_api_key`. */
	readonly key: string;
	readonly mailboxes: MailboxNames;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting that is read here. */
export const doveadmSettingNames = ['MAILWARD_DOVEADM_URL', 'MAILWARD_DOVEADM_KEY', 'MAILWARD_DOVEADM_USER'] as const;

const parseOrigin = (text: string): string | undefined => {
	const url = URL.parse(text);
	if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
	return url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : undefined;
};

/**
 * All of them, or none where mail servers cannot be told to end connections. `problems`: one line for each setting that is
 * missing or wrong; the rest is not to be used if there is any.
 */
export const readDoveadm = (
	environment: Environment,
): { doveadm: DoveadmSettings | undefined; problems: readonly string[] } => {
	const [urls, key, user] = doveadmSettingNames.map((name) => environment[name]?.trim() ?? '') as [
		string,
		string,
		string,
	];
	if (urls === '' && key === '' && user === '') return { doveadm: undefined, problems: [] };
	const problems: string[] = [];
	const origins = urls
		.split(',')
		.map((text) => text.trim())
		.filter((text) => text !== '')
		.map(parseOrigin);
	if (origins.length === 0) problems.push('MAILWARD_DOVEADM_URL is missing');
	if (origins.includes(undefined))
		problems.push('MAILWARD_DOVEADM_URL must be http(s)://HOST:PORT, with commas between several');
	if (key === '') problems.push('MAILWARD_DOVEADM_KEY is missing');
	if (user !== 'address' && user !== 'name') {
		problems.push('MAILWARD_DOVEADM_USER must be address or name: how Dovecot names its mailboxes');
	}
	if (problems.length > 0) return { doveadm: undefined, problems };
	return {
		doveadm: {
			origins: origins.filter((origin) => origin !== undefined),
			key,
			mailboxes: user === 'name' ? 'name' : 'address',
		},
		problems,
	};
};
