import { Counter, collectDefaultMetrics, Registry } from 'prom-client';

/** What the monitoring of the house can ask for, in the text format of Prometheus. */
export interface Metrics {
	readonly contentType: string;
	text(): Promise<string>;
	/** Counts the verdicts of one mail door. */
	mailLogins(door: 'nginx' | 'dovecot'): (result: 'accepted' | 'refused' | 'unavailable') => void;
}

export const createMetrics = (): Metrics => {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const mailLogins = new Counter({
		name: 'mailward_mail_logins_total',
		help: 'Mail logins decided, by the door that asked and by what was answered.',
		labelNames: ['door', 'result'],
		registers: [registry],
	});
	return {
		contentType: registry.contentType,
		text: () => registry.metrics(),
		mailLogins(door) {
			// Made once: looking a label up costs more than counting.
			const counters = {
				accepted: mailLogins.labels(door, 'accepted'),
				refused: mailLogins.labels(door, 'refused'),
				unavailable: mailLogins.labels(door, 'unavailable'),
			};
			// A series that begins with its first failure shows no rise to whoever watches.
			for (const counter of Object.values(counters)) counter.inc(0);
			return (result) => counters[result].inc();
		},
	};
};
