import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** OWASP ASVS 5.0, 3.4. No inline script or style, nobody frames us, and TLS for good where we are served by it. */
export const securityHeaders = (publicOrigin: string): MiddlewareHandler =>
	secureHeaders({
		contentSecurityPolicy: {
			defaultSrc: ["'none'"],
			scriptSrc: ["'self'"],
			styleSrc: ["'self'"],
			imgSrc: ["'self'", 'data:'],
			connectSrc: ["'self'"],
			manifestSrc: ["'self'"],
			formAction: ["'self'"],
			baseUri: ["'none'"],
			frameAncestors: ["'none'"],
		},
		referrerPolicy: 'no-referrer',
		xFrameOptions: 'DENY',
		strictTransportSecurity: publicOrigin.startsWith('https:') ? 'max-age=63072000; includeSubDomains' : false,
		permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
	});

/**
 * For pages with a plain form. Under `no-referrer` browsers send such a form with `Origin: null` (Fetch standard, 3.2,
 * "append a request `Origin` header"), which is nobody's; under this they name the origin, and still no address of a page.
 * To be used before `securityHeaders`.
 */
export const tellOriginOfForms: MiddlewareHandler = async (context, next) => {
	await next();
	context.header('Referrer-Policy', 'strict-origin');
};
