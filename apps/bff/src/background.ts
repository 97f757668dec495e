/** Work that is done after an answer has been given, so that nobody waits for it and nothing can be told from its time. */
export interface Background {
	start(work: () => Promise<void>): void;
	/** Resolves when all that has been started is done. */
	settled(): Promise<void>;
}

export const createBackground = (onFailure: (error: unknown) => void): Background => {
	const under = new Set<Promise<void>>();
	return {
		start(work) {
			const promise = work()
				.catch(onFailure)
				.finally(() => under.delete(promise));
			under.add(promise);
		},
		async settled() {
			while (under.size > 0) await Promise.all(under);
		},
	};
};
