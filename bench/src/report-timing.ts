import type { TimingMeasured } from './measure-timing.ts';
import { median, table } from './report.ts';

/** At most this well may the two be told apart. */
export const mostTellable = 0.55;

/**
 * How well a threshold tells the two apart: the share of pairs, one of each, in which the same side takes longer (area
 * under the ROC curve, by the ranks of Mann and Whitney). 0.5 is not at all, 1 always.
 */
export const tellable = (one: readonly number[], other: readonly number[]): number => {
	const sorted = [
		...one.map((time) => ({ time, mine: true })),
		...other.map((time) => ({ time, mine: false })),
	].toSorted((a, b) => a.time - b.time);
	let ranks = 0;
	for (let from = 0; from < sorted.length; ) {
		let to = from;
		while (sorted[to]?.time === sorted[from]?.time && to < sorted.length) to += 1;
		// Equal times share the ranks that they take together.
		const shared = (from + 1 + to) / 2;
		ranks += shared * sorted.slice(from, to).filter(({ mine }) => mine).length;
		from = to;
	}
	const area = (ranks - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
	return Math.max(area, 1 - area);
};

const isMet = ({ right, wrong, answers }: TimingMeasured): boolean =>
	tellable(right, wrong) <= mostTellable && answers.length === 1;

/** The table, and how many of its lines missed the aim. */
export const timingReport = (all: readonly TimingMeasured[]): { text: string; missed: number } => {
	const rows = all.map((each) => [
		`${each.door}, ${each.protocol}`,
		`${each.right.length} / ${each.wrong.length}`,
		median(each.right).toFixed(2),
		median(each.wrong).toFixed(2),
		tellable(each.right, each.wrong).toFixed(3),
		String(each.answers.length),
		isMet(each) ? 'yes' : 'no',
	]);
	const titles = ['web password', 'right / wrong', 'median ms right', 'wrong', 'AUC', 'different answers', 'met'];
	const several = all.filter(({ answers }) => answers.length > 1).map(({ answers }) => answers.slice(0, 3).join('\n'));
	return {
		text: [table([titles, ...rows]), `aim: AUC at most ${mostTellable}, one answer`, ...several].join('\n'),
		missed: all.filter((each) => !isMet(each)).length,
	};
};
