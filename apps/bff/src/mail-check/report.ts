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

/** Longest text of a server's that is shown, and the most mechanisms of one listener that are told, each in a sentence. */
const longest = { problem: 200, mechanism: 40 } as const;
const mostMechanisms = 20;

/**
 * What a server said, for a terminal: without what would move its cursor, hide or reorder what stands there, or pass for a line of
 * ours; and cut.
 */
const printable = (text: string, length: number): string => {
	const shown = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
	return shown.length > length ? `${shown.slice(0, length)}…` : shown;
};

const aligned = (rows: readonly (readonly string[])[]): string[] => {
	// The last cell of a row has nothing beside it.
	const width = (row: readonly string[], column: number) => (column < row.length - 1 ? (row[column]?.length ?? 0) : 0);
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row, column))));
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
			return problem === undefined ? rows : [...rows, [name, '', printable(problem, longest.problem)]];
		}),
	]);

const where = ({ listener }: CheckedListener, { way, security }: Tried): string =>
	`${listenerName(listener)} by ${way}${security === 'none' ? ' without TLS' : security === 'STARTTLS' ? ' after STARTTLS' : ''}`;

const problemsOf = (checked: CheckedListener): string[] => {
	const { listener, tried, problem } = checked;
	const name = listenerName(listener);
	const problems =
		problem === undefined ? [] : [`${name} could not be checked: ${printable(problem, longest.problem)}.`];
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
	const remarks = foreign.includes('ANONYMOUS') ? [`${name} offers ANONYMOUS, which asks for no password at all.`] : [];
	const others = foreign.filter((mechanism) => mechanism !== 'ANONYMOUS');
	for (const mechanism of others.slice(0, mostMechanisms)) {
		const shown = printable(mechanism, longest.mechanism);
		remarks.push(`${name} offers ${shown}, which Mailward does not decide; find out what it is checked against.`);
	}
	if (others.length > mostMechanisms)
		remarks.push(`${name} offers ${others.length - mostMechanisms} more of that kind.`);
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
