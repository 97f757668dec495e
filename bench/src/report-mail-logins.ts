import type { MailLoginsMeasured } from './measure-mail-logins.ts';
import { table } from './report.ts';
import type { Scale } from './scale.ts';

/** The table, and what became of the stale ones. */
export const mailLoginsReport = (
	{ rounds, recognised, counted }: MailLoginsMeasured,
	{ accounts, stale, each, connections }: Scale['mailLogins'],
): string => {
	const ms = (time: number) => time.toFixed(1);
	const rows = rounds.map(({ product, bare }, index) => [
		index === 0 ? 'stale ones unknown' : 'stale ones known',
		`${ms(product.median)} / ${ms(product.p99)}`,
		`${ms(bare.median)} / ${ms(bare.p99)}`,
		`${(product.median / bare.median).toFixed(2)} / ${(product.p99 / bare.p99).toFixed(2)}`,
		String(product.wrong),
		product.busy.toFixed(2),
	]);
	return [
		`mail logins: ${accounts * each} of ${accounts} accounts in a round, ${stale} of them with a stale mail app, ${connections} connections`,
		table([['right ones', 'product median / p99 ms', 'bare ms', 'ratio', 'wrong answers', 'load busy'], ...rows]),
		`password hashes for ${stale * each} refusals: ${recognised}, one for each mail app that was recognised (of ${stale}); ` +
			`counted after all rounds: ${counted} of ${stale * each * rounds.length}`,
	].join('\n');
};
