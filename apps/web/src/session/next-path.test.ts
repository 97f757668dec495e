import { describe, expect, it } from 'vitest';
import { nextPath, withNext } from './next-path.ts';

describe('nextPath', () => {
	it('keeps a path of this site with its query and fragment', () => {
		expect(nextPath('/security/client-passwords?a=1#b')).toBe('/security/client-passwords?a=1#b');
	});

	it.each([
		'//evil.example',
		'/\\evil.example',
		'\\\\evil.example',
		'https://evil.example/',
		'javascript:alert(1)',
		'/\t/evil.example',
		'/\n/evil.example',
		' //evil.example',
		'/..//evil.example',
		'/.//evil.example',
		'/./\\evil.example',
		'security',
		'',
	])('does not lead to another site by %j', (next) => {
		expect(nextPath(next)).toBeUndefined();
	});

	it('does not lead back to the sign-in', () => {
		expect(nextPath('/sign-in')).toBeUndefined();
		expect(nextPath('/sign-in/verify?next=/security')).toBeUndefined();
		expect(nextPath('/sign-in-elsewhere')).toBe('/sign-in-elsewhere');
	});

	it('is undefined where there is none', () => {
		expect(nextPath(null)).toBeUndefined();
	});
});

describe('withNext', () => {
	it('carries the way on, escaped', () => {
		expect(withNext('/sign-in/verify', '/security?x=1&y=2')).toBe('/sign-in/verify?next=%2Fsecurity%3Fx%3D1%26y%3D2');
		expect(withNext('/sign-in/verify', undefined)).toBe('/sign-in/verify');
	});
});
