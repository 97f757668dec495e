import type { Signals } from '../../signals/signals.ts';

/** The listeners of one process: all there are, unless several processes share a database. */
export interface LocalSignals extends Signals {
	/** Calls every listener there is: something may have been missed. */
	publishAll(): void;
	readonly topics: number;
}

export const createInProcessSignals = (): LocalSignals => {
	const listeners = new Map<string, Set<() => void>>();
	return {
		publish(topic) {
			for (const listener of [...(listeners.get(topic) ?? [])]) listener();
		},
		publishAll() {
			for (const each of [...listeners.values()]) for (const listener of [...each]) listener();
		},
		subscribe(topic, listener) {
			const of = listeners.get(topic) ?? new Set();
			listeners.set(topic, of.add(listener));
			return () => {
				of.delete(listener);
				if (of.size === 0 && listeners.get(topic) === of) listeners.delete(topic);
			};
		},
		get topics() {
			return listeners.size;
		},
		close: async () => {},
	};
};
