import { listenerName } from './listeners.ts';
import type { CheckedListener, Outcome, Tried } from './mail-check.ts';

/** What was found, for people: a table, what follows from it, and whether anything is wrong. */
export interface Report {
	readonly table: readonly string[];
	/** What must be mended, a sentence each. */
	readonly problems: readonly string[];
	/** What deserves a look, a sentence each. */
	readonly remarks: readonly string[];
}

const securityNames = { none: 'none', STARTTLS: 'STARTTLS', TLS: 'TLS' } as const;
const webNames: Readonly<Record<Outcome, string>> = {
	accepted: 'ACCEPTED',
	refused: 'refused',
	temporary: 'undecided',
	'not offered': 'not offered',
	untried: 'not sent',
};
const clientNames = { ...webNames, accepted: 'accepted' };

const aligned = (rows: readonly (readonly string[])[]): string[] => {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd(),
	);
};

const tableOf = (checked: readonly CheckedListener[]): string[] =>
	aligned([
		['listener', 'security', 'way', 'web password', 'client password'],
		...checked.flatMap(({ listener, tried, problem }) => {
			const name = listenerName(listener);
			const rows = tried.map(({ security, way, web, client }) => [
				name,
				securityNames[security],
				way,
				webNames[web],
				clientNames[client],
			]);
			return problem === undefined ? rows : [...rows, [name, '', problem, '', '']];
		}),
	]);

const where = ({ listener }: CheckedListener, { way, security }: Tried): string =>
	`${listenerName(listener)} by ${way}${security === 'none' ? ' without TLS' : security === 'STARTTLS' ? ' after STARTTLS' : ''}`;

const problemsOf = (checked: CheckedListener): string[] => {
	const { listener, tried, problem } = checked;
	const name = listenerName(listener);
	const problems = problem === undefined ? [] : [`${name} could not be checked: ${problem}.`];
	for (const each of tried) {
		const place = where(checked, each);
		if (each.web === 'accepted') {
			problems.push(`LEAK: ${place} takes the web password, so two-factor protects nothing there.`);
		}
		if (each.web === 'untried') {
			problems.push(`LEAK: ${place} asks for passwords that the whole network can read.`);
		}
		if (each.web === 'temporary' || each.client === 'temporary') {
			problems.push(`${place} could not decide: is Mailward running, and does the mail server reach it?`);
		} else if (each.client === 'refused' && each.offered && each.security !== 'none') {
			problems.push(`${place} refuses the client password.`);
		}
	}
	return problems;
};

const remarksOf = ({ listener, tried, foreign }: CheckedListener): string[] => {
	const name = listenerName(listener);
	const remarks = foreign.map((mechanism) =>
		mechanism === 'ANONYMOUS'
			? `${name} offers ANONYMOUS, which asks for no password at all.`
			: `${name} offers ${mechanism}, which Mailward does not decide; find out what it is checked against.`,
	);
	if (tried.some(({ security, client }) => security === 'none' && client === 'accepted')) {
		remarks.push(`${name} takes passwords without TLS from this machine; from others it was not tried.`);
	}
	return remarks;
};

export const reportOf = (checked: readonly CheckedListener[]): Report => ({
	table: tableOf(checked),
	problems: checked.flatMap(problemsOf),
	remarks: checked.flatMap(remarksOf),
});
