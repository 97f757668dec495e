import { describe, expect, it } from 'vitest';
import { errorStatus } from '../errors.ts';
import { contract } from './contract.ts';
import type { Endpoint } from './endpoint.ts';

const endpoints: [string, Endpoint][] = Object.entries(contract);

describe.each(endpoints)('%s', (key, { requires, body, params, errors }) => {
	it('declares exactly the parameters of its path', () => {
		const inPath = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		expect(Object.keys(params?.shape ?? {})).toEqual(inPath);
	});

	it('says who may call it', () => {
		expect(requires.length).toBeGreaterThan(0);
		for (const all of requires) expect(all.length).toBeGreaterThan(0);
	});

	it('has a body only where there can be one', () => {
		if (/^(GET|DELETE) /.test(key)) expect(body).toBeUndefined();
	});

	it('refuses by known codes, each named once', () => {
		expect(new Set(errors).size).toBe(errors.length);
		for (const code of errors) expect(errorStatus[code]).toBeGreaterThanOrEqual(400);
	});
});

it('lets nobody but a person who is past the password see anything but the site, the session and what a phone has scanned', () => {
	const open = endpoints.filter(([, { requires }]) => requires.flat().includes('nobody')).map(([key]) => key);
	expect(open.toSorted()).toEqual([
		'GET /api/session',
		'GET /api/site',
		'POST /api/apple-profiles/open',
		'POST /api/scans/answer',
		'POST /api/scans/identify',
		'POST /api/scans/open',
		'POST /api/sign-in',
		'POST /api/sign-in/passkey',
		'POST /api/sign-in/passkey/options',
		'POST /api/sign-out',
	]);
});

it('tells what opens something in three answers only, and takes no secret but passwords and codes', () => {
	const shapeOf = (schema: unknown): string[] =>
		Object.keys((schema as { shape?: Record<string, unknown> } | undefined)?.shape ?? {});
	const telling = (field: string) =>
		endpoints.filter(([, { response }]) => shapeOf(response).includes(field)).map(([key]) => key);
	expect(telling('secret')).toEqual(['POST /api/client-passwords', 'POST /api/client-passwords/{id}/replace']);
	expect(telling('code')).toEqual(['POST /api/people']);
	for (const field of ['password', 'token', 'codes']) expect(telling(field)).toEqual([]);
	for (const [, { body }] of endpoints) expect(shapeOf(body)).not.toContain('secret');
});
