import type { ScanView } from '@mailward/shared/contract/scans.ts';

/** One of the views by its state. */
export type ViewOf<S extends ScanView['state']> = Extract<ScanView, { state: S }>;

/** What the code is for. */
export type Purpose = ViewOf<'confirm'>['purpose'];
