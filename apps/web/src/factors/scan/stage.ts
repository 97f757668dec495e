import type { ScanPrompt } from '@mailward/shared/factors/scan-prompts.ts';

/** Where a code that waits for a phone stands. `late`: its time is over by the server's clock, whatever was last told. */
export const stageOf = ({ state }: Pick<ScanPrompt, 'state'>, late: boolean): ScanPrompt['state'] =>
	// Who said no stays of interest; all else ends with the code's time.
	late && state !== 'denied' ? 'expired' : state;
