import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { webPassword } from './material.ts';
import { ports } from './settings.ts';

/** Milliseconds. */
const refusalTime = 250;

/*
 * What the product is compared with: the same HTTP on the same server, with no rule and no database behind it. Each route
 * reads what the product must read, and answers what it answers.
 */
const app = new Hono()
	.get('/mail-login/nginx', async (context) => {
		const user = context.req.header('Auth-User') ?? '';
		const password = context.req.header('Auth-Pass') ?? '';
		if (password === webPassword) {
			// As long as the product holds a refusal, or the two would not have as many requests under way.
			await pause(refusalTime);
			return context.body(null, 200, { 'Auth-Status': '[ALERT] refused', 'Auth-Wait': '1' });
		}
		const asked = ['Authorization', 'Auth-Protocol', 'Auth-Login-Attempt', 'Client-IP'];
		const complete = asked.every((name) => context.req.header(name) !== undefined);
		return context.body(null, 200, {
			'Auth-Status': complete ? 'OK' : 'incomplete',
			'Auth-Server': '127.0.0.1',
			'Auth-Port': '10143',
			'Auth-User': user,
			'Auth-Pass': password,
		});
	})
	.post('/api/challenges/:id/answer', async (context) => {
		const { code } = await context.req.json<{ code: string }>();
		const token = getCookie(context, 'mailward', 'host');
		if (token === undefined || code === '' || context.req.param('id') === '') return context.body(null, 400);
		setCookie(context, 'mailward', 'x'.repeat(token.length), {
			prefix: 'host',
			path: '/',
			secure: true,
			httpOnly: true,
			sameSite: 'Lax',
		});
		return context.json({ verifiedAt: new Date().toISOString() });
	});

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(ports.bare, '127.0.0.1');
await once(server, 'listening');
/** Every message asks for the processor time used so far, in milliseconds; the first also tells that it listens. */
process.on('message', () => {
	const { user, system } = process.cpuUsage();
	process.send?.((user + system) / 1000);
});
