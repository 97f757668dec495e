import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { ScanPrompt } from '@mailward/shared/factors/scan-prompts.ts';
import type { FactorContext } from '../factor.ts';

/** Who confirmed on a phone, as the platform says. */
export interface ScannedIdentity {
	/** Names them for ever, to this organisation's application. */
	readonly subject: string;
	/** What the platform calls them; empty where it does not say. */
	readonly name: string;
}

/** A phone's word, and what ties it to the person before the page. */
export interface Confirmation extends ScannedIdentity {
	/** What the phone shows, to be typed on the page that sets it up; empty where page and phone are one browser. */
	readonly number: string;
}

/** What the factors that are confirmed on a phone ask of the room that watches over the phones. */
export interface Scans {
	/** Shows a new code. The ticket is 128 bits, and known to the page and to whoever reads the code. */
	open(kind: ScanKind, context: FactorContext): Promise<{ ticket: string; expiresAt: number }>;
	prompt(ticket: string, expiresAt: number): Promise<ScanPrompt>;
	/** Who confirmed; undefined while nobody has, after a denial, and when the time for it is over. */
	confirmedBy(ticket: string): Promise<Confirmation | undefined>;
}
