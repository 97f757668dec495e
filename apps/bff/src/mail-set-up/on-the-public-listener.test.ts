import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../storage/test-databases.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { requestOf } from './testing/outlook-request.ts';

describe('what mail programs ask for, on the public listener', () => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await createTestDatabase()).db });
	});

	it('a person and nobody are alike in Autodiscover but for the address itself', async () => {
		const address = await app.addPerson();
		const [there, notThere] = await Promise.all(
			[address, 'no-such-person@example.edu.cn'].map(async (each) => {
				const answer = await app
					.browser()
					.send('/autodiscover/autodiscover.xml', { method: 'POST', body: requestOf(each) });
				return `${answer.status} ${answer.text.replaceAll(each, 'ADDRESS')}`;
			}),
		);
		expect(there).toBe(notThere);
		expect(there).toContain('<LoginName>ADDRESS</LoginName>');
	});

	it('without cookies, and without asking a mail domain to be TLS for good', async () => {
		// A mail domain may pass just these paths on to us, and not be ready for HSTS with all that is below it.
		const { browser } = await app.addPersonWithTotp();
		for (const [path, method] of [
			['/mail/config-v1.1.xml', 'GET'],
			['/autodiscover/autodiscover.xml', 'POST'],
		] as const) {
			const { status, headers } = await browser.send(path, {
				method,
				headers: { Origin: 'https://elsewhere.example' },
			});
			expect(status).toBe(200);
			expect(headers.getSetCookie()).toEqual([]);
			expect(headers.get('Strict-Transport-Security')).toBeNull();
			expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		}
	});
});
