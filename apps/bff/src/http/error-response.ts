import { type ErrorCode, type ErrorDetails, errorStatus } from '@mailward/shared/errors.ts';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DomainError } from '../domain-error.ts';

const respond = <C extends ErrorCode>(context: Context, code: C, details: ErrorDetails<C>): Response => {
	const retryAt = 'retryAt' in details ? String(details.retryAt) : undefined;
	if (retryAt !== undefined) context.header('Retry-After', new Date(retryAt).toUTCString());
	return context.json({ error: { code, details } }, errorStatus[code]);
};

/**
 * The one place where a refusal becomes an answer. Whatever is not a known refusal is a failure, and says no more than
 * whether trying again may help.
 */
export const errorResponse = (
	error: unknown,
	context: Context,
	{ onFailure, isOutage }: { onFailure: (error: unknown) => void; isOutage: (error: unknown) => boolean },
): Response => {
	if (error instanceof DomainError) return respond(context, error.code, error.details);
	if (error instanceof HTTPException && error.status === 413) return respond(context, 'request.too_large', {});
	onFailure(error);
	return respond(context, isOutage(error) ? 'server.unavailable' : 'server.failed', {});
};
