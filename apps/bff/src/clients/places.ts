import { BlockList, isIP } from 'node:net';

/** What people call the place of a network, in the languages of the product. */
export interface Place {
	readonly zh: string;
	readonly en: string;
}

/** A network whose name is configured. */
export interface NamedNetwork {
	/** First address of the network, and how many of its bits are the same for all of it. */
	readonly address: string;
	readonly bits: number;
	readonly place: Place;
}

/** Finds cities in the world: what an address means that no configured network holds. */
export interface Locations {
	/** Null where it is not known. `address` is an IPv4 or IPv6 address. */
	of(address: string): Place | null;
}

/** The place of a network address; null for one that is not known, and for text that is no address. */
export type Places = (address: string) => Place | null;

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const networkForm = /^([^\s/=]+)(?:\/(\d{1,3}))?\s*=(.*)$/;

const toNetwork = (text: string): NamedNetwork => {
	const [, address = '', prefix, names = ''] = networkForm.exec(text) ?? [];
	const widest = isIP(address) === 6 ? 128 : 32;
	const bits = Number(prefix ?? widest);
	if (isIP(address) === 0 || bits > widest) {
		throw new Error(`must be NETWORK=NAME, with commas between several; “${text}” is not`);
	}
	const [zh = '', en = zh] = names.split('|').map((name) => name.trim());
	if (zh === '' || en === '') throw new Error(`gives ${address} no name`);
	return { address, bits, place: { zh, en } };
};

/**
 * Reads `10.0.0.0/8=校园网|Campus network, 192.0.2.7=…`; a name without `|` serves both languages. Throws with words for
 * the administrator.
 */
export const parseNetworks = (text: string): NamedNetwork[] =>
	text
		.split(',')
		.map((each) => each.trim())
		.filter((each) => each !== '')
		.map(toNetwork);

/** The narrowest configured network that holds an address names its place; else its location in the world does. */
export const createPlaces = (networks: readonly NamedNetwork[], locations?: Locations): Places => {
	const width = ({ address, bits }: NamedNetwork) => (isIP(address) === 6 ? 128 : 32) - bits;
	const narrowestFirst = networks
		.toSorted((one, other) => width(one) - width(other))
		.map(({ address, bits, place }) => {
			const holds = new BlockList();
			holds.addSubnet(address, bits, family(address));
			return { holds, place };
		});
	return (address) => {
		if (isIP(address) === 0) return null;
		// `check` also finds an IPv4 address that is written as IPv6.
		const named = narrowestFirst.find(({ holds }) => holds.check(address, family(address)));
		return named?.place ?? locations?.of(address) ?? null;
	};
};
