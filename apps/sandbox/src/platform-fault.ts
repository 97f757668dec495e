import type { Context } from 'hono';
import type { Fault, Faults, FaultVendor } from './faults.ts';

const faultsOfAnswers = [
	'slow',
	'error-500',
	'rate-limit-429',
	'error-in-200',
	'garbage',
] as const satisfies readonly Fault[];

/** What a platform's own body says when it is busy and when it is asked too often. */
export interface FaultBodies {
	readonly busy: object;
	readonly tooOften: object;
}

/** The answer of a platform that is to fail now; undefined where it is to do its work. */
export const platformFault = async (
	context: Context,
	{ faults, vendor, bodies }: { faults: Faults; vendor: FaultVendor; bodies: FaultBodies },
): Promise<Response | undefined> => {
	const fault = faults.take(vendor, faultsOfAnswers);
	switch (fault) {
		case 'slow':
			await faults.hold(vendor, context.req.raw.signal);
			return context.json(bodies.busy, 503);
		case 'error-500':
			return context.text('Internal Server Error', 500);
		case 'rate-limit-429':
			return context.json(bodies.tooOften, 429);
		case 'error-in-200':
			return context.json(bodies.busy);
		case 'garbage':
			return context.html('<html><body>maintenance</body></html>');
		default:
			return undefined;
	}
};
