import type { LoadReport } from './load.ts';
import type { Measured, Round } from './rounds.ts';

export const median = (numbers: readonly number[]): number => {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = sorted.length / 2;
	const high = sorted[Math.floor(middle)] ?? Number.NaN;
	return Number.isInteger(middle) ? ((sorted[middle - 1] ?? high) + high) / 2 : high;
};

const perSecond = ({ load }: Measured): number => (load.right / load.time) * 1000;
const perProcessorSecond = ({ load, cpu }: Measured): number => (load.right / cpu) * 1000;

export const ratioTitles: readonly string[] = [
	'',
	'product /s',
	'bare /s',
	'ratio',
	'lowest to highest',
	'aim',
	'met',
	'by processor time',
	'median / p99 ms',
	'load busy',
];

/** One line of the table: a rate as a ratio to the bare route's. The first round is left out. */
export const ratioRow = (what: string, all: readonly Round[], aim: number): readonly string[] => {
	const rounds = all.slice(1);
	const of = (take: (round: Round) => number) => median(rounds.map(take));
	const ofLoad = (take: (load: LoadReport) => number) => of(({ product }) => take(product.load));
	const ratios = rounds.map(({ product, bare }) => perSecond(product) / perSecond(bare));
	const ratio = median(ratios);
	return [
		what,
		of(({ product }) => perSecond(product)).toFixed(0),
		of(({ bare }) => perSecond(bare)).toFixed(0),
		ratio.toFixed(3),
		`${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)}`,
		String(aim),
		ratio >= aim ? 'yes' : 'no',
		of(({ product, bare }) => perProcessorSecond(product) / perProcessorSecond(bare)).toFixed(3),
		`${ofLoad((load) => load.median).toFixed(1)} / ${ofLoad((load) => load.p99).toFixed(1)}`,
		`${ofLoad((load) => load.busy).toFixed(2)} / ${of(({ bare }) => bare.load.busy).toFixed(2)}`,
	];
};

/** Columns as wide as their widest cell. */
export const table = (rows: readonly (readonly string[])[]): string => {
	const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length));
	return rows
		.map((row) =>
			row
				.map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column))))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
};
