import Bowser from 'bowser';

/** Where a request came from. The names are for people to recognise a device by; nothing is decided by them. */
export interface ClientInfo {
	/** The browser's name, such as "Firefox"; empty where it is not known. */
	readonly browser: string;
	/** The operating system's name, such as "Windows"; empty where it is not known. */
	readonly system: string;
	/** Network address. */
	readonly address: string;
}

const browsers = new Set<string>(Object.values(Bowser.BROWSER_MAP));
const systems = new Set<string>(Object.values(Bowser.OS_MAP));

/** Nothing longer is a browser's; parsing is kept cheap. */
const longest = 512;

/** Reads `User-Agent` (RFC 9110, 10.1.5). Whatever it holds, the answer is one of the names that are known, or nothing. */
export const clientInfo = (userAgent: string | undefined, address: string): ClientInfo => {
	if (userAgent === undefined || userAgent === '' || userAgent.length > longest) {
		return { browser: '', system: '', address };
	}
	const { browser, os } = Bowser.parse(userAgent);
	// What it does not know it calls by whatever the text says, which is anybody's.
	const known = (name: string | undefined, names: ReadonlySet<string>) =>
		name !== undefined && names.has(name) ? name : '';
	return { browser: known(browser.name, browsers), system: known(os.name, systems), address };
};
