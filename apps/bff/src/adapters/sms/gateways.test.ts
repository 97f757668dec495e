import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** What a server of its own has loaded once its gateways are there. */
const loadedWith = async (settings: object): Promise<string> => {
	const program = `
		import { createRequire } from 'node:module';
		import { createTextGateways } from ${JSON.stringify(new URL('./gateways.ts', import.meta.url).href)};
		createTextGateways([${JSON.stringify(settings)}], { clock: {}, log: {} });
		console.log(Object.keys(createRequire(${JSON.stringify(import.meta.url)}).cache).join('\\n'));
	`;
	const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
	return stdout;
};

it('loads only the SDK of a gateway that is configured', async () => {
	const endpoint = { secure: true, host: 'sms.example.edu' };
	const [aliyun, webhook] = await Promise.all([
		loadedWith({ name: 'aliyun', accessKeyId: 'id', accessKeySecret: 'key', endpoint }),
		loadedWith({ name: 'webhook', url: 'https://sms.example.edu', secret: 'secret', text: '{code}' }),
	]);
	expect(aliyun).toContain('/dysmsapi20170525/');
	for (const loaded of [aliyun, webhook]) expect(loaded).not.toMatch(/tencentcloud|\/smpp\//);
	expect(webhook).not.toContain('alicloud');
});
