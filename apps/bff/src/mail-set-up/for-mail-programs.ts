import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { canonicalAddress, type Domains } from '../accounts/canonical-address.ts';
import type { Clock } from '../time/clock.ts';
import { autoconfig, type MailSetUp } from './autoconfig.ts';
import { autodiscover } from './autodiscover.ts';

/** Bytes. The requests of Outlook have some four hundred, and what is no request may be made to cost a parser dear. */
const largestRequest = 4 * 1024;

/** A path in any letter case, which every program writes as it likes: `[aA][bB]`. */
const inAnyCase = (text: string): string =>
	text.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`).replaceAll('.', '\\.');

const autodiscoverPath = `/:folder{${inAnyCase('autodiscover')}}/:file{${inAnyCase('autodiscover.xml')}}`;
const autoconfigPaths = ['/.well-known/autoconfig/mail/config-v1.1.xml', '/mail/config-v1.1.xml'];

const isOurs = (address: string, domains: Domains): boolean => {
	const at = address.lastIndexOf('@');
	// Whose it is makes no difference, and need not be told.
	return at >= 0 && canonicalAddress(`anybody${address.slice(at)}`, domains) !== undefined;
};

const xml = (context: Context, body: string): Response =>
	context.body(body, 200, { 'Content-Type': 'text/xml; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });

/**
 * What mail programs ask for to set themselves up: Mozilla's autoconfig and Outlook's Autodiscover. Answered from
 * configuration alone, so that nobody learns of an account from it.
 */
export const forMailPrograms = (setUp: MailSetUp, clock: Clock): Hono => {
	const app = new Hono();
	const file = autoconfig(setUp);
	for (const path of autoconfigPaths) {
		app.get(path, (context) => {
			const address = context.req.query('emailaddress');
			if (address !== undefined && !isOurs(address, setUp.domains)) return context.body(null, 404);
			return xml(context, file);
		});
	}
	const discover = (context: Context, text: string) => {
		context.header('Cache-Control', 'no-store');
		return xml(context, autodiscover(text, setUp, clock.now()));
	};
	app.post(
		autodiscoverPath,
		bodyLimit({ maxSize: largestRequest, onError: (context) => discover(context, '') }),
		async (context) => discover(context, await context.req.text()),
	);
	app.get(autodiscoverPath, (context) => discover(context, ''));
	return app;
};
