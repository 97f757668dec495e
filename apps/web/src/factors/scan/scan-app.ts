import type { ScanKind } from '@mailward/shared/factors/kinds.ts';

/** An app in which a phone scans and confirms. */
export interface ScanApp {
	readonly kind: ScanKind;
	/** Of its logo; for nothing else. */
	readonly colour: string;
	/** Found in what its own browser calls itself. */
	readonly agent: RegExp;
}
