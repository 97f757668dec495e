import { Hono } from 'hono';
import { type Fault, type Faults, type FaultVendor, faultNames, faultVendors } from './faults.ts';

/**
 * Faults over HTTP, for scripts and people: `GET /faults` tells the present ones, `POST /faults` with `{vendor, fault,
 * once?}` sets one, `DELETE /faults` ends them all and lets go of what they held.
 */
export const createFaultSwitches = (faults: Faults): Hono => {
	const switches = new Hono();
	switches.get('/faults', (context) => context.json(faults.current()));
	switches.post('/faults', async (context) => {
		const given = (await context.req.json().catch(() => ({}))) as Record<string, unknown>;
		const vendor = faultVendors.find((each): each is FaultVendor => each === given.vendor);
		const fault = faultNames.find((each): each is Fault => each === given.fault);
		if (vendor === undefined || fault === undefined) {
			return context.json({ vendor: faultVendors, fault: faultNames, once: [true, false] }, 400);
		}
		faults.set(vendor, fault, { once: given.once === true });
		return context.json(faults.current());
	});
	switches.delete('/faults', (context) => {
		faults.clear();
		return context.json(faults.current());
	});
	return switches;
};
