import type { ScanKind } from '@mailward/shared/factors/kinds.ts';

/** Who holds the phone, as the platform says. */
export type Identification =
	| {
			readonly result: 'identified';
			/** Names the person for ever, to this organisation's application. */
			readonly subject: string;
			/** What the platform calls them; empty where it does not say. */
			readonly name: string;
	  }
	/** The code is wrong, used up or too old. */
	| { readonly result: 'code-refused'; readonly detail: string }
	/** Somebody of another organisation. */
	| { readonly result: 'foreign-organisation' }
	/** WeChat shows the page in its preview mode, in which everybody gets a made-up identity (`is_snapshotuser`). */
	| { readonly result: 'preview-mode' }
	/** The platform is down, slow, or limits its callers. */
	| { readonly result: 'failed'; readonly detail: string };

/**
 * The port to a platform whose app scans QR codes: OAuth 2.0 in the app's own browser. `identify` never throws; `detail`
 * is for the log and holds no secret.
 */
export interface IdentityProvider {
	readonly kind: ScanKind;
	/** Whether a page is shown by this platform's app. Says where to lead people, and protects nothing. */
	isOwnBrowser(userAgent: string): boolean;
	/** Where the phone is sent to say who it is. `state` comes back with it (RFC 6749, 10.12). */
	authorisationUrl(request: { state: string; returnTo: string }): string;
	/** Redeems what the platform gave the phone. A code is good once. */
	identify(code: string): Promise<Identification>;
}
