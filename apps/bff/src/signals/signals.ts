/**
 * Tells what waits that something has changed: the topic and nothing else, so whoever is told looks for themselves. A
 * telling that is lost costs time, never truth.
 */
export interface Signals {
	publish(topic: string): void;
	/** Calls `listener` for each telling, also when tellings may have been missed. Returns how to stop. */
	subscribe(topic: string, listener: () => void): () => void;
	/** Lets go of what it holds open. */
	close(): Promise<void>;
}
