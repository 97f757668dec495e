import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sameText } from '../crypto/fingerprint.ts';

/** Bytes. Names and passwords of mail apps are far shorter; more is refused unread. */
const largestBody = 16 * 1024;

/** `Authorization: Bearer KEY`; Dovecot's OAuth2 client can only send it as `client_secret` in the form. */
const carriesKey = async ({ req }: Context, key: string): Promise<boolean> => {
	const authorization = req.header('Authorization');
	if (authorization !== undefined) return sameText(authorization, `Bearer ${key}`);
	const type = req.header('Content-Type') ?? '';
	if (!type.startsWith('application/x-www-form-urlencoded')) return false;
	const given = new URLSearchParams(await req.raw.clone().text()).get('client_secret');
	return given !== null && sameText(given, key);
};

/** What only the mail servers and the monitoring of the house reach: the mail doors, health and metrics. */
export const internalApp = (parts: {
	mailKey: string;
	doors: readonly Hono[];
	metrics: { readonly contentType: string; text(): Promise<string> };
	onFailure: (error: unknown) => void;
}): Hono => {
	const app = new Hono();
	app.onError((error, context) => {
		parts.onFailure(error);
		return context.body(null, 500);
	});
	app.get('/healthz', (context) => context.text('ok\n'));
	const { metrics } = parts;
	app.get('/metrics', async (context) =>
		context.text(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
	);
	// Only where there may be a body: looking for one costs a tenth of a whole verdict.
	app.post(
		'/mail-login/*',
		// RFC 6749, 5.2. Left to itself the limit would throw, which counts as a failure of ours.
		bodyLimit({ maxSize: largestBody, onError: (context) => context.json({ error: 'invalid_request' }, 400) }),
	);
	app.use('/mail-login/*', async (context, next) => {
		if (await carriesKey(context, parts.mailKey)) return next();
		return context.json({ error: 'invalid_client' }, 401);
	});
	for (const door of parts.doors) app.route('/', door);
	return app;
};
