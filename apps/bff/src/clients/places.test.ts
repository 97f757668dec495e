import { describe, expect, it } from 'vitest';
import { createPlaces, parseNetworks } from './places.ts';

const campus = { zh: '校园网', en: 'Campus network' };
const library = { zh: '图书馆', en: 'Library' };

describe('the place of an address', () => {
	const place = createPlaces(
		parseNetworks(
			'10.0.0.0/8=校园网|Campus network, 10.20.0.0/16 = 图书馆 | Library,2001:db8::/32=IPv6,192.0.2.7=Printer room',
		),
	);

	it.each([
		['10.1.2.3', campus],
		['10.20.3.4', library],
		['::ffff:10.1.2.3', campus],
		['::FFFF:a14:0304', library],
		['2001:db8:1::9', { zh: 'IPv6', en: 'IPv6' }],
		['192.0.2.7', { zh: 'Printer room', en: 'Printer room' }],
		['192.0.2.8', null],
		['2001:db9::1', null],
		['', null],
		['10.1.2', null],
		['unknown', null],
	])('%s is %j', (address, expected) => {
		expect(place(address)).toEqual(expected);
	});

	it('is the narrowest network’s, in whatever order they are written', () => {
		const other = createPlaces(parseNetworks('10.20.0.0/16=图书馆|Library,10.0.0.0/8=校园网|Campus network'));
		expect(other('10.20.3.4')).toEqual(library);
		expect(other('10.21.3.4')).toEqual(campus);
	});

	it('comes from the location database only where no network is named', () => {
		const asked: string[] = [];
		const beijing = { zh: '北京', en: 'Beijing' };
		const locations = {
			of(address: string) {
				asked.push(address);
				return address === '198.51.100.1' ? beijing : null;
			},
		};
		const somewhere = createPlaces(parseNetworks('10.0.0.0/8=校园网|Campus network'), locations);
		expect(somewhere('10.1.1.1')).toEqual(campus);
		expect(somewhere('198.51.100.1')).toEqual(beijing);
		expect(somewhere('198.51.100.2')).toBeNull();
		expect(asked).toEqual(['198.51.100.1', '198.51.100.2']);
	});
});

describe('the setting', () => {
	it('may be empty', () => {
		expect(parseNetworks(' , ')).toEqual([]);
	});

	it.each([
		'10.0.0.0/8',
		'10.0.0.0/33=x',
		'10.0.0.0/=x',
		'10.0.0.0/8/9=x',
		'2001:db8::/129=x',
		'campus=10.0.0.0/8',
		'10.0.0.0/-1=x',
	])('refuses %s', (text) => {
		expect(() => parseNetworks(text)).toThrow('must be NETWORK=NAME');
	});

	it.each(['10.0.0.0/8=', '10.0.0.0/8=名|'])('wants a name: %s', (text) => {
		expect(() => parseNetworks(text)).toThrow('no name');
	});
});
