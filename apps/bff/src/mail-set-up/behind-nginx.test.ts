import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../storage/test-databases.ts';
import { createTestApp } from '../testing/test-app.ts';
import { requestOf } from './testing/outlook-request.ts';

const program = '/usr/sbin/nginx';
const snippet = fileURLToPath(new URL('../../../../deploy/nginx/mailward-mail-set-up.conf', import.meta.url));

describe.runIf(existsSync(program))(
	'what mail programs ask for, behind nginx with deploy/nginx/mailward-mail-set-up.conf',
	() => {
		const folder = mkdtempSync(join(tmpdir(), 'mailward-nginx-'));
		const [portal, front] = [join(folder, 'portal.sock'), join(folder, 'front.sock')];
		let server: ServerType;
		let nginx: ChildProcess;
		beforeAll(async () => {
			const { app } = createTestApp({ db: (await createTestDatabase()).db });
			server = createAdaptorServer({ fetch: app.public.fetch });
			server.listen(portal);
			await once(server, 'listening');
			const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
				(kind) => `${kind}_temp_path ${folder}/t;`,
			);
			writeFileSync(
				join(folder, 'nginx.conf'),
				`daemon off; pid ${folder}/pid; error_log stderr notice;
			${process.getuid?.() === 0 ? 'user root;' : ''}
			events {}
			http {
				access_log off;
				${temporary.join(' ')}
				upstream mailward_portal { server unix:${portal}; keepalive 4; }
				server { listen unix:${front}; include ${snippet}; }
			}`,
			);
			nginx = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
			// It says so once it listens.
			for await (const line of nginx.stderr ?? []) if (String(line).includes('start worker process')) break;
		});
		afterAll(async () => {
			nginx.kill('SIGTERM');
			await once(nginx, 'exit');
			server.close();
			rmSync(folder, { recursive: true });
		});

		const ask = async (method: string, path: string, body = '') => {
			const headers = { Host: 'autoconfig.example.edu.cn', 'Content-Length': Buffer.byteLength(body) };
			const asking = request({ socketPath: front, method, path, headers });
			asking.end(body);
			const [answer] = (await once(asking, 'response')) as [IncomingMessage];
			return { status: answer.statusCode, headers: answer.headers, text: await text(answer) };
		};

		it.each(['/mail/config-v1.1.xml', '/.well-known/autoconfig/mail/config-v1.1.xml'])('%s arrives', async (path) => {
			const answer = await ask('GET', `${path}?emailaddress=lin%40example.edu.cn`);
			expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
			expect(answer.text).toContain('<clientConfig');
		});

		it.each(['/autodiscover/autodiscover.xml', '/Autodiscover/Autodiscover.xml', '/AutoDiscover/autodiscover.xml'])(
			'%s arrives',
			async (path) => {
				const answer = await ask('POST', path, requestOf('lin@example.edu.cn'));
				expect(answer.text).toContain('<LoginName>lin@example.edu.cn</LoginName>');
			},
		);

		it.each(['/', '/sign-in', '/api/session', '/api/site', '/profile', '/mail/', '/autodiscover/autodiscover.xml.bak'])(
			'%s does not: under these names there is no portal',
			async (path) => {
				expect((await ask('GET', path)).status).toBe(404);
			},
		);
	},
);
