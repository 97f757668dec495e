import { type Clock, systemClock } from '@mailward/bff/time/clock.ts';

/** The machine's time, moved: hours pass in a journey without anybody waiting for them. */
export class MovableClock implements Clock {
	#offset = 0;

	// Handed around by itself as well.
	readonly now = (): number => systemClock.now() + this.#offset;

	until(time: number): Promise<void> {
		return systemClock.until(time - this.#offset);
	}

	/** Milliseconds, forward. */
	advance(milliseconds: number): void {
		this.#offset += milliseconds;
	}
}
