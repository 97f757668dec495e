import type { MiddlewareHandler } from 'hono';
import { DomainError } from '../domain-error.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Unsafe requests come from our own pages, or not at all. Both headers are set by the browser and out of a page's reach;
 * each that is there must agree, and one must be there.
 */
export const sameOrigin =
	(publicOrigin: string): MiddlewareHandler =>
	async (context, next) => {
		if (!safe.has(context.req.method)) {
			const origin = context.req.header('Origin');
			const site = context.req.header('Sec-Fetch-Site');
			const foreign =
				(origin !== undefined && origin !== publicOrigin) || (site !== undefined && site !== 'same-origin');
			if (foreign || (origin === undefined && site === undefined)) throw new DomainError('request.foreign_origin', {});
		}
		await next();
	};
