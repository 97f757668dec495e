import type { Contract } from '@mailward/shared/contract/contract.ts';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { DomainError } from '../domain-error.ts';
import type { Clock } from '../time/clock.ts';
import type { ClientAddress } from './client-address.ts';
import { errorResponse } from './error-response.ts';
import type { EventStreams } from './event-streams.ts';
import { type Forms, serveForms } from './forms.ts';
import { pages } from './pages.ts';
import { sameOrigin } from './same-origin.ts';
import { securityHeaders, tellOriginOfForms } from './security-headers.ts';
import { type Handlers, type LoadSession, serve } from './serve.ts';

/** Bytes. The largest request of ours is a new passkey with the certificates of its maker, of some six thousand. */
const largestBody = 16 * 1024;

/** What browsers reach: the API and the pages. */
export const publicApp = (parts: {
	handlers: Handlers<keyof Contract>;
	forms: Forms;
	/** What mail programs ask for, under whatever host name they reach us by. No browser's business: without cookies and session. */
	forMailPrograms: Hono;
	loadSession: LoadSession;
	clientAddress: ClientAddress;
	streams: EventStreams;
	clock: Clock;
	publicOrigin: string;
	webFolder: string;
	onFailure: (error: unknown) => void;
	/** Whether an error says that the database cannot be reached just now. */
	isOutage: (error: unknown) => boolean;
}): Hono => {
	const app = new Hono();
	app.onError((error, context) => errorResponse(error, context, parts));
	// Ahead of the headers for browsers: they would ask TLS for good of a mail domain that only passes these on to us.
	app.route('/', parts.forMailPrograms);
	for (const path of Object.keys(parts.forms)) app.use(`${path}/*`, tellOriginOfForms);
	app.use(securityHeaders(parts.publicOrigin));
	app.use('/api/*', async (context, next) => {
		context.header('Cache-Control', 'no-store');
		// Pages count down by this header, so it comes from the clock that everything else is judged by.
		context.header('Date', new Date(parts.clock.now()).toUTCString());
		await next();
	});
	app.use('/api/*', sameOrigin(parts.publicOrigin));
	app.use('/api/*', bodyLimit({ maxSize: largestBody }));
	serve(app, parts.handlers, parts);
	// Loaded when somebody asks: the library behind it would cost every server its memory.
	app.get('/api/openapi.json', async (context) => {
		const { openApiDocument } = await import('./openapi.ts');
		return context.json(openApiDocument(parts.publicOrigin));
	});
	serveForms(app, parts.forms, parts);
	app.all('/api/*', () => {
		throw new DomainError('request.not_found', {});
	});
	app.route('/', pages(parts.webFolder));
	return app;
};
