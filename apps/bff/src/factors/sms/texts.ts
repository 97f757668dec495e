/** What is known of a text. `uncertain`: no gateway answered in time, so it may come or not. */
export type TextState = 'sending' | 'sent' | 'uncertain' | 'delivered' | 'undelivered' | 'failed';

/** What this factor asks of the room that sends its codes. */
export interface Texts {
	/** Undefined when nothing is known of it any more. */
	state(messageId: string): Promise<TextState | undefined>;
	/** From when another may be sent to a number, milliseconds since the epoch; null where it may be sent now. */
	resendAt(number: string): Promise<number | null>;
}
