import { once } from 'node:events';
import { createServer } from 'node:http';

/** The one address of WeChat's that the server asks, for servers that run as processes of their own. */
export interface WechatServer {
	/** What makes a server of ours ask here. */
	readonly settings: Readonly<Record<string, string>>;
	stop(): Promise<void>;
}

/** Every code is good, and names its person: `code-of-PERSON`. */
export const startWechatServer = async (port: number): Promise<WechatServer> => {
	const server = createServer((request, response) => {
		const { searchParams } = new URL(request.url ?? '', 'http://localhost');
		const openid = /^code-of-(.+)$/.exec(searchParams.get('code') ?? '')?.[1];
		response.setHeader('Content-Type', 'text/plain');
		response.end(JSON.stringify(openid === undefined ? { errcode: 40_029, errmsg: 'invalid code' } : { openid }));
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return {
		settings: {
			MAILWARD_WECHAT_APP_ID: 'wx0000000000000000',
			MAILWARD_WECHAT_APP_SECRET: 'the-secret-of-the-app',
			MAILWARD_WECHAT_API_ORIGIN: `http://127.0.0.1:${port}`,
		},
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
};
