/** Whose service can be made to fail. */
export const faultVendors = ['aliyun', 'tencent', 'smpp', 'webhook', 'wechat', 'dingtalk'] as const;
export type FaultVendor = (typeof faultVendors)[number];

/** What can go wrong with a service of somebody else's. Not every vendor can fail in every way. */
export const faultNames = [
	/** The work is done, and the answer does not come. */
	'slow',
	'error-500',
	'rate-limit-429',
	/** The vendor's own limit for this number or customer, in its own words. */
	'limit-reached',
	/** The status says yes and the body says no. */
	'error-in-200',
	/** The status says yes and the body is nothing that was promised. */
	'garbage',
	'number-refused',
	/** Accepted, and never seen again but in the delivery report. */
	'undelivered',
	/** Whatever the vendor reports, it reports twice. */
	'duplicate-callback',
] as const;
export type Fault = (typeof faultNames)[number];

export interface SetFault {
	readonly vendor: FaultVendor;
	readonly fault: Fault;
	/** Gone after the first request that it applied to. */
	readonly once: boolean;
}

/** Faults on demand: at most one per vendor, kept in memory. */
export interface Faults {
	set(vendor: FaultVendor, fault: Fault, options?: { readonly once?: boolean }): void;
	/** Of one vendor or of all; what they held is let go. */
	clear(vendor?: FaultVendor): void;
	current(): readonly SetFault[];
	/**
	 * The fault of the request at hand. One that is set for once is used up by it, unless it is none of `applicable`: a
	 * fault of sending waits for the next sending, however often somebody asks for reports meanwhile.
	 */
	take(vendor: FaultVendor, applicable?: readonly Fault[]): Fault | undefined;
	/** Resolves at `release` or `clear` of the vendor, or when whoever waits for the answer has gone. */
	hold(vendor: FaultVendor, gone: AbortSignal): Promise<void>;
	/** Lets go of what is held; the fault stays. */
	release(vendor?: FaultVendor): void;
}

export const createFaults = (): Faults => {
	const faults = new Map<FaultVendor, SetFault>();
	const held = new Map<FaultVendor, Set<() => void>>();

	const release = (vendor?: FaultVendor) => {
		for (const each of vendor === undefined ? faultVendors : [vendor]) {
			for (const letGo of held.get(each) ?? []) letGo();
			held.delete(each);
		}
	};

	return {
		set(vendor, fault, { once = false } = {}) {
			faults.set(vendor, { vendor, fault, once });
		},
		clear(vendor) {
			if (vendor === undefined) faults.clear();
			else faults.delete(vendor);
			release(vendor);
		},
		current: () => [...faults.values()],
		take(vendor, applicable = faultNames) {
			const set = faults.get(vendor);
			if (set === undefined || !applicable.includes(set.fault)) return undefined;
			if (set.once) faults.delete(vendor);
			return set.fault;
		},
		hold(vendor, gone) {
			if (gone.aborted) return Promise.resolve();
			const { promise, resolve } = Promise.withResolvers<void>();
			const waiting = held.get(vendor) ?? new Set();
			held.set(vendor, waiting.add(resolve));
			gone.addEventListener(
				'abort',
				() => {
					waiting.delete(resolve);
					resolve();
				},
				{ once: true },
			);
			return promise;
		},
		release,
	};
};
