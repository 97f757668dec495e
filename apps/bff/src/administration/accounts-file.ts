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
	/** Several, with semicolons between them: names of groups may hold blanks. */
	groups: z.string().optional(),
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
	if (records.some(({ record }) => 'two_factor_required_from' in record)) {
		throw new AccountProblem(
			'the column two_factor_required_from is no more: take it out, and say from when two-factor is a must with “policy set”',
		);
	}
	return records.map(({ record, info: { lines: line } }) => {
		const parsed = row
			.strict()
			.safeParse(Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '')));
		if (!parsed.success) {
			const [issue] = parsed.error.issues;
			throw new AccountProblem(`line ${line}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
		}
		const { name, password, password_hash, aliases, groups, kind, administrator } = parsed.data;
		return {
			line,
			account: {
				address: parsed.data.address,
				...(name !== undefined && { name }),
				...(password !== undefined && { password }),
				...(password_hash !== undefined && { passwordHash: password_hash }),
				...(aliases !== undefined && { aliases: aliases.split(/\s+/) }),
				...(groups !== undefined && { groups: groups.split(';') }),
				...(kind !== undefined && { kind }),
				administrator: administrator === 'yes',
			},
		};
	});
};
