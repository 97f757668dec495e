import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type Policy, policySchema } from '../policy/policy.ts';

/** A policy that cannot be; the message is for the administrator. */
export class PolicyProblem extends Error {}

const settingForm = /^([A-Za-z]+)=(.*)$/s;

const parseJson = (text: string, what: string): unknown => {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new PolicyProblem(`${what} is not JSON: ${(error as Error).message}`);
	}
};

/** `14` and `["totp"]` are JSON; `totp,passkey` is a list to whoever types it. */
const typedValue = (name: string, text: string): unknown => {
	if (name === 'methods' && !text.startsWith('[')) return text.split(',').map((method) => method.trim());
	return parseJson(text, name);
};

const readFile = (path: string): unknown => {
	const what = path === '-' ? 'standard input' : path;
	let text: string;
	try {
		text = readFileSync(path === '-' ? 0 : path, 'utf8');
	} catch (error) {
		throw new PolicyProblem(`${what} cannot be read: ${(error as Error).message}`);
	}
	return parseJson(text, what);
};

/**
 * A rule of `required` has one of three forms, and the schema tells what keeps it from being each of them. Only what keeps
 * it from being the one it resembles most is of use.
 */
const flat = (issue: z.core.$ZodIssue): z.core.$ZodIssue[] => {
	if (issue.code !== 'invalid_union') return [issue];
	const [closest = []] = issue.errors.toSorted((one, other) => one.length - other.length);
	return closest.flatMap((inner) => flat({ ...inner, path: [...issue.path, ...inner.path] }));
};

const problemsOf = (error: z.ZodError): string =>
	error.issues
		.flatMap(flat)
		.map(({ path, message }) => `${path.length === 0 ? 'the policy' : path.join('.')}: ${message}`)
		.join('\n');

/**
 * The policy that `what` asks for: the name of a JSON file (`-` for standard input) that holds all of it, or settings
 * `NAME=JSON` that change parts of `current`. Throws `PolicyProblem`, which names the place of each mistake.
 */
export const readPolicy = (what: readonly string[], current: Policy): Policy => {
	const settings = what.map((each) => settingForm.exec(each));
	const [file] = what;
	let wanted: unknown;
	if (what.length === 1 && file !== undefined && settings[0] === null) wanted = readFile(file);
	else {
		const parts: Record<string, unknown> = {};
		for (const [index, setting] of settings.entries()) {
			const [, name = '', text = ''] = setting ?? [];
			if (name === '') throw new PolicyProblem(`${what[index]} is not NAME=VALUE`);
			parts[name] = typedValue(name, text);
		}
		wanted = { ...current, ...parts };
	}
	const parsed = policySchema.safeParse(wanted);
	if (!parsed.success) throw new PolicyProblem(problemsOf(parsed.error));
	return parsed.data;
};

/** `NAME=JSON` for each setting: what `readPolicy` takes. */
export const policyLines = (policy: Policy): string[] =>
	Object.entries(policy).map(([name, value]) => `${name}=${JSON.stringify(value)}`);

/** What changes from one to the other, one a line; the rules of `required` one by one. */
export const policyChanges = (before: Policy, after: Policy): string[] => {
	const rules = ({ required }: Policy) => required.map((rule) => JSON.stringify(rule));
	const [old, fresh] = [rules(before), rules(after)];
	const { required: _old, ...othersBefore } = before;
	const { required: _fresh, ...othersAfter } = after;
	const [linesBefore, linesAfter] = [policyLines(othersBefore as Policy), policyLines(othersAfter as Policy)];
	return [
		...old.filter((rule) => !fresh.includes(rule)).map((rule) => `- required ${rule}`),
		...fresh.filter((rule) => !old.includes(rule)).map((rule) => `+ required ${rule}`),
		...linesBefore.flatMap((line, index) =>
			line === linesAfter[index] ? [] : [`- ${line}`, `+ ${linesAfter[index]}`],
		),
	];
};
