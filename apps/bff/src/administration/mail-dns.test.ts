import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createMailward } from '../testing/command.ts';

describe('mailward mail dns', () => {
	const folder = mkdtempSync(join(tmpdir(), 'mailward-dns-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	it('prints the records of every domain, and needs no database', async () => {
		const mailward = createMailward(() => folder, {
			MAILWARD_PUBLIC_ORIGIN: 'https://id.example.edu',
			MAILWARD_DOMAINS: 'example.edu, 大学.cn',
			MAILWARD_IMAP_SERVER: 'imap.example.edu:1993',
			DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nowhere',
		});
		const { code, out, problem } = await mailward(['mail', 'dns']);
		expect([code, problem]).toEqual([0, '']);
		expect(out).toContain('_imaps._tcp.example.edu. 3600 IN SRV 0 1 1993 imap.example.edu.\n');
		expect(out).toContain('autoconfig.xn--pss25c.cn. 3600 IN CNAME id.example.edu.\n');
	});

	it('names the setting that is missing', async () => {
		const { code, problem } = await createMailward(() => folder)(['mail', 'dns']);
		expect(code).toBe(1);
		expect(problem).toContain('MAILWARD_PUBLIC_ORIGIN is missing');
	});
});
