import { OpenAPIHono } from '@hono/zod-openapi';
import { contract } from '@mailward/shared/contract/contract.ts';
import type { Endpoint } from '@mailward/shared/contract/endpoint.ts';
import { type ErrorCode, errorStatus } from '@mailward/shared/errors.ts';

const refusals = (codes: readonly ErrorCode[]) => {
	const byStatus = Map.groupBy(codes, (code) => errorStatus[code]);
	return Object.fromEntries(
		[...byStatus].map(([status, some]) => [
			String(status),
			{ description: some.map((code) => `\`${code}\``).join(', ') },
		]),
	);
};

const implied: readonly ErrorCode[] = ['request.malformed', 'request.foreign_origin', 'server.failed'];

const done = ({ response, events }: Endpoint) => {
	if (events !== undefined) {
		return { 200: { description: 'Events', content: { 'text/event-stream': { schema: events } } } };
	}
	if (response === undefined) return { 204: { description: 'Done' } };
	return { 200: { description: 'Done', content: { 'application/json': { schema: response } } } };
};

/** The OpenAPI 3.1 document of `/api`, from the one contract. */
export const openApiDocument = (publicOrigin: string): object => {
	const documented = new OpenAPIHono();
	for (const [key, declared] of Object.entries(contract)) {
		const endpoint: Endpoint = declared;
		const [method = '', path = ''] = key.split(' ');
		documented.openAPIRegistry.registerPath({
			method: method.toLowerCase() as 'get',
			path,
			description: `Requires: ${endpoint.requires.map((all) => all.join(' and ')).join(', or ')}.`,
			request: {
				...(endpoint.params && { params: endpoint.params }),
				...(endpoint.body && {
					body: { required: true, content: { 'application/json': { schema: endpoint.body } } },
				}),
			},
			responses: {
				...done(endpoint),
				...refusals([...implied, ...endpoint.errors]),
			},
		});
	}
	return documented.getOpenAPI31Document({
		openapi: '3.1.0',
		info: { title: 'Mailward', version: '1' },
		servers: [{ url: publicOrigin }],
	});
};
