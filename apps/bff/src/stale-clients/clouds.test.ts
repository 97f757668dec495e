import { describe, expect, it } from 'vitest';
import { cloudOf } from './clouds.ts';

describe('the cloud a mail app signs in from', () => {
	it.each([
		['40.99.1.2', 'microsoft'],
		['52.98.200.1', 'microsoft'],
		['::ffff:40.104.0.1', 'microsoft'],
		['2603:1026:c0a::1', 'microsoft'],
		['209.85.220.41', 'google'],
		['2a00:1450:4864:20::12e', 'google'],
	])('is known for %s: %s', (address, cloud) => {
		expect(cloudOf(address)).toBe(cloud);
	});

	it.each(['10.2.3.4', '203.0.113.7', '2001:db8::1', '40.112.0.1', '', 'unknown', '40.99.1.2, 10.0.0.1'])(
		'is none for %j',
		(address) => {
			expect(cloudOf(address)).toBeNull();
		},
	);
});
