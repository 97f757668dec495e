import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMmdbLocations } from './mmdb-locations.ts';

type Value = string | { uint: number; type: 5 | 6 } | { [key: string]: Value };

const control = (type: number, size: number): Buffer =>
	size < 29 ? Buffer.of((type << 5) | size) : Buffer.of((type << 5) | 29, size - 29);

/** One value of the data section (MaxMind DB 2.0, "Output Data Section"). */
const encode = (value: Value): Buffer => {
	if (typeof value === 'string') {
		const text = Buffer.from(value);
		return Buffer.concat([control(2, text.length), text]);
	}
	if ('type' in value && typeof value.uint === 'number') {
		const { uint, type } = value as { uint: number; type: 5 | 6 };
		return Buffer.concat([control(type, 2), Buffer.of(uint >> 8, uint & 0xff)]);
	}
	const entries = Object.entries(value as { [key: string]: Value });
	return Buffer.concat([control(7, entries.length), ...entries.flatMap(([key, each]) => [encode(key), encode(each)])]);
};

/** A database of IPv4 networks of 24 bits each, written out from the specification. */
const database = (places: Readonly<Record<string, Value>>): Buffer => {
	type Node = [Node | Buffer | undefined, Node | Buffer | undefined];
	const root: Node = [undefined, undefined];
	for (const [network, value] of Object.entries(places)) {
		const bits = network
			.split('.')
			.map((part) => Number(part).toString(2).padStart(8, '0'))
			.join('');
		let node = root;
		for (const bit of bits.slice(0, -1)) {
			const side = Number(bit);
			node[side] ??= [undefined, undefined];
			node = node[side] as Node;
		}
		node[Number(bits.at(-1))] = encode(value);
	}
	const nodes: Node[] = [];
	const visit = (node: Node) => {
		nodes.push(node);
		for (const side of node) if (Array.isArray(side)) visit(side);
	};
	visit(root);
	const data: Buffer[] = [];
	const record = (side: Node[number]): Buffer => {
		const bytes = Buffer.alloc(3);
		if (side === undefined) bytes.writeUIntBE(nodes.length, 0, 3);
		else if (Array.isArray(side)) bytes.writeUIntBE(nodes.indexOf(side), 0, 3);
		else {
			bytes.writeUIntBE(nodes.length + 16 + Buffer.concat(data).length, 0, 3);
			data.push(side);
		}
		return bytes;
	};
	const tree = Buffer.concat(nodes.flatMap((node) => node.map(record)));
	const metadata = encode({
		node_count: { uint: nodes.length, type: 6 },
		record_size: { uint: 24, type: 5 },
		ip_version: { uint: 4, type: 5 },
		binary_format_major_version: { uint: 2, type: 5 },
		binary_format_minor_version: { uint: 0, type: 5 },
		build_epoch: { uint: 1, type: 6 },
		database_type: 'Test-City',
		description: { en: 'for tests' },
	});
	return Buffer.concat([tree, Buffer.alloc(16), ...data, Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'), metadata]);
};

let folder = '';
let path = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'mailward-locations-'));
	path = join(folder, 'city.mmdb');
	writeFileSync(
		path,
		database({
			'198.51.100': {
				city: { names: { en: 'Beijing', 'zh-CN': '北京' } },
				country: { names: { en: 'China', 'zh-CN': '中国' } },
			},
			'203.0.113': { country: { names: { en: 'Sweden' } } },
			'192.0.2': { traits: { kind: 'anycast' } },
		}),
	);
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
	['198.51.100.9', { zh: '中国北京', en: 'Beijing, China' }],
	['203.0.113.9', { zh: 'Sweden', en: 'Sweden' }],
	['192.0.2.9', null],
	['10.1.2.3', null],
])('%s is %j', (address, expected) => {
	expect(createMmdbLocations(path).of(address)).toEqual(expected);
});

it('does not know an address of IPv6 in a database of IPv4, and fails at none', () => {
	expect(createMmdbLocations(path).of('2001:db8::1')).toBeNull();
});

it('says at start when the file is none', () => {
	const other = join(folder, 'other.mmdb');
	writeFileSync(other, 'not a database');
	expect(() => createMmdbLocations(other)).toThrow();
});
