import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AccountProblem, type NewAccount } from '../accounts/accounts.ts';

const row = z.object({
	address: z.string().min(1),
	name: z.string().optional(),
	password: z.string().optional(),
	password_hash: z.string().optional(),
	/** Several, with blanks between them. */
	aliases: z.string().optional(),
	kind: z.enum(['person', 'shared']).optional(),
	administrator: z.enum(['yes', 'no']).optional(),
	/** ISO 8601 date or time. */
	two_factor_required_from: z.iso.date().or(z.iso.datetime()).optional(),
});

/**
 * Reads accounts from a CSV file (RFC 4180) with a header line; empty fields count as absent. Throws `AccountProblem`
 * that names the first wrong line, before anything has been done.
 */
export const readAccountsFile = (path: string): { line: number; account: NewAccount }[] => {
	const records: { record: Record<string, string>; info: { lines: number } }[] = parse(readFileSync(path), {
		bom: true,
		columns: true,
		info: true,
		skip_empty_lines: true,
		trim: true,
	});
	return records.map(({ record, info: { lines: line } }) => {
		const parsed = row
			.strict()
			.safeParse(Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '')));
		if (!parsed.success) {
			const [issue] = parsed.error.issues;
			throw new AccountProblem(`line ${line}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
		}
		const { name, password, password_hash, aliases, kind, administrator, two_factor_required_from } = parsed.data;
		return {
			line,
			account: {
				address: parsed.data.address,
				...(name !== undefined && { name }),
				...(password !== undefined && { password }),
				...(password_hash !== undefined && { passwordHash: password_hash }),
				...(aliases !== undefined && { aliases: aliases.split(/\s+/) }),
				...(kind !== undefined && { kind }),
				administrator: administrator === 'yes',
				...(two_factor_required_from !== undefined && {
					twoFactorRequiredFrom: Date.parse(two_factor_required_from),
				}),
			},
		};
	});
};
