import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDoveadmConnections } from './doveadm-connections.ts';
import { readDoveadm } from './doveadm-settings.ts';

describe('the settings of doveadm', () => {
	it('are all or none', () => {
		expect(readDoveadm({})).toEqual({ doveadm: undefined, problems: [] });
		expect(readDoveadm({ MAILWARD_DOVEADM_URL: 'http://127.0.0.1:8092' }).problems).toEqual([
			'MAILWARD_DOVEADM_KEY is missing',
			expect.stringContaining('MAILWARD_DOVEADM_USER must be address or name'),
		]);
		expect(readDoveadm({ MAILWARD_DOVEADM_KEY: 'k', MAILWARD_DOVEADM_USER: 'name' }).problems).toEqual([
			'MAILWARD_DOVEADM_URL is missing',
		]);
	});

	it('name several servers', () => {
		const { doveadm, problems } = readDoveadm({
			MAILWARD_DOVEADM_URL: 'http://10.0.0.1:8092, https://mail.example.edu.cn:8092/',
			MAILWARD_DOVEADM_KEY: 'key',
			MAILWARD_DOVEADM_USER: 'name',
		});
		expect(problems).toEqual([]);
		expect(doveadm).toEqual({
			origins: ['http://10.0.0.1:8092', 'https://mail.example.edu.cn:8092'],
			key: 'key',
			mailboxes: 'name',
		});
	});

	it.each([
		'ftp://host',
		'host:8092',
		'http://user:password@host:1',
		'http://host:1/doveadm/v1',
		'http://a:1,nonsense',
	])('refuse the URL %s', (url) => {
		const { problems } = readDoveadm({
			MAILWARD_DOVEADM_URL: url,
			MAILWARD_DOVEADM_KEY: 'key',
			MAILWARD_DOVEADM_USER: 'address',
		});
		expect(problems).toEqual([expect.stringContaining('MAILWARD_DOVEADM_URL must be')]);
	});
});

describe('a Dovecot that is to end connections', () => {
	const servers: Server[] = [];
	afterEach(() => {
		for (const server of servers.splice(0)) {
			server.closeAllConnections();
			server.close();
		}
	});
	const startDovecot = async (answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) => {
		const server = createServer(async (request, response) => {
			let body = '';
			for await (const chunk of request) body += String(chunk);
			answer(request, response, body);
		});
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	};
	const says = (text: string, status = 200) =>
		startDovecot((_request, response) => {
			response.statusCode = status;
			response.end(text);
		});
	const connectionsOf = (origins: readonly string[], mailboxes: 'address' | 'name' = 'address', ms = 2000) =>
		createDoveadmConnections({ origins, key: 'the key', mailboxes }, () => AbortSignal.timeout(ms));
	const ended = '[["doveadmResponse",[{"result":"lin@example.edu.cn"}],"kick"]]';

	it('is asked as Dovecot 2.3 was seen to be, by the name of the mailbox', async () => {
		const asked: unknown[] = [];
		const origin = await startDovecot((request, response, body) => {
			asked.push([request.method, request.url, request.headers.authorization, JSON.parse(body)]);
			response.end(ended);
		});
		for (const mailboxes of ['address', 'name'] as const) {
			expect(await connectionsOf([origin], mailboxes).end('lin@example.edu.cn')).toEqual({ result: 'ended' });
		}
		const authorization = `X-Dovecot-API ${Buffer.from('the key').toString('base64')}`;
		expect(asked).toEqual(
			['lin@example.edu.cn', 'lin'].map((user) => [
				'POST',
				'/doveadm/v1',
				authorization,
				[['kick', { mask: [user] }, 'kick']],
			]),
		);
	});

	it('has done so when nobody was connected', async () => {
		const origin = await says('[["error",{"type":"exitCode", "exitCode":68},"kick"]]');
		expect(await connectionsOf([origin]).end('lin@example.edu.cn')).toEqual({ result: 'ended' });
	});

	it.each([
		['another exit code', '[["error",{"type":"exitCode", "exitCode":75},"kick"]]', 200],
		['a command that is not allowed', '[["error",{"type":"unAuthorized", "exitCode":0},"kick"]]', 200],
		['a wrong key', '', 401],
		['no JSON', '<html>', 200],
		['other JSON', '{"ok":true}', 200],
		['nothing', '[]', 200],
		['half an error', '[["error"]]', 200],
		['null', '[[null]]', 200],
		['a success under another status', ended, 500],
		['more than anybody needs', `"${'x'.repeat(100_000)}"`, 200],
	])('has not when it answers with %s', async (_what, text, status) => {
		const outcome = await connectionsOf([await says(text, status)]).end('lin@example.edu.cn');
		expect(outcome).toEqual({ result: 'failed', why: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+: ./) });
	});

	it('follows no redirect: the key is for this server only', async () => {
		let elsewhere = 0;
		const other = await startDovecot((_request, response) => {
			elsewhere += 1;
			response.end(ended);
		});
		const origin = await startDovecot((_request, response) => {
			response.writeHead(307, { location: `${other}/doveadm/v1` });
			response.end();
		});
		expect(await connectionsOf([origin]).end('lin@example.edu.cn')).toMatchObject({ result: 'failed' });
		expect(elsewhere).toBe(0);
	});

	it('that is silent or away has failed, and the others are asked all the same', async () => {
		let asked = 0;
		const well = await startDovecot((_request, response) => {
			asked += 1;
			response.end(ended);
		});
		const silent = await startDovecot(() => undefined);
		const outcome = await connectionsOf([silent, 'http://127.0.0.1:1', well], 'address', 200).end('lin@example.edu.cn');
		expect(outcome).toEqual({
			result: 'failed',
			why: expect.stringMatching(/no answer in time; http:\/\/127\.0\.0\.1:1: no answer/),
		});
		expect(asked).toBe(1);
	});

	it('that is silent does not keep the others waiting for each account, and is asked again after a while', async () => {
		// The attack: with one server hanging, a thousand accounts would wait for it one after the other.
		const [toldWell, toldSilent]: [string[], string[]] = [[], []];
		const userOf = (body: string) => (JSON.parse(body) as [[string, { mask: [string] }]])[0][1].mask[0];
		const well = await startDovecot((_request, response, body) => {
			toldWell.push(userOf(body));
			response.end(ended);
		});
		const silent = await startDovecot((_request, _response, body) => {
			toldSilent.push(userOf(body));
		});
		const deadlines: AbortController[] = [];
		const connections = createDoveadmConnections({ origins: [well, silent], key: 'key', mailboxes: 'name' }, () => {
			const deadline = new AbortController();
			deadlines.push(deadline);
			return deadline.signal;
		});
		const pass = () => {
			for (const deadline of deadlines.splice(0)) deadline.abort();
		};

		const first = connections.end('first@example.edu.cn');
		await expect.poll(() => [toldWell.length, toldSilent.length]).toEqual([1, 1]);
		pass();
		expect(await first).toEqual({ result: 'failed', why: `${silent}: no answer in time` });
		const names = Array.from({ length: 100 }, (_, index) => `student${index}`);
		for (const name of names) {
			const outcome = await connections.end(`${name}@example.edu.cn`);
			expect(outcome).toEqual({ result: 'failed', why: `${silent}: no answer in time a moment ago` });
		}
		expect([toldWell, toldSilent]).toEqual([['first', ...names], ['first']]);

		pass();
		const last = connections.end('last@example.edu.cn');
		await expect.poll(() => toldSilent).toEqual(['first', 'last']);
		pass();
		expect(await last).toMatchObject({ result: 'failed' });
	});
});
