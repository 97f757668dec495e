import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type Policy, policySchema } from '../policy/policy.ts';

/** A policy that cannot be; the message is for the administrator. */
export class PolicyProblem extends Error {}

/** A dot leads into a group of settings: `textMessages.perDay=1000`. */
const settingForm = /^([A-Za-z]+)(?:\.([A-Za-z]+))?=(.*)$/s;

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

const isGroup = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts a setting, or one of a group of settings, in its place. */
const changed = (policy: Record<string, unknown>, setting: string): Record<string, unknown> => {
	const [, name = '', inner, text = ''] = settingForm.exec(setting) ?? [];
	if (name === '') throw new PolicyProblem(`${setting} is not NAME=VALUE`);
	if (inner === undefined) return { ...policy, [name]: typedValue(name, text) };
	const group = Object.hasOwn(policy, name) ? policy[name] : undefined;
	if (!isGroup(group)) throw new PolicyProblem(`${name} is no group of settings`);
	return { ...policy, [name]: { ...group, [inner]: parseJson(text, `${name}.${inner}`) } };
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
 * `NAME=JSON` or `GROUP.NAME=JSON` that change parts of `current`. Throws `PolicyProblem`, which names the place of each mistake.
 */
export const readPolicy = (what: readonly string[], current: Policy): Policy => {
	const [file] = what;
	const isFile = what.length === 1 && file !== undefined && !settingForm.test(file);
	const wanted = isFile ? readFile(file) : what.reduce<Record<string, unknown>>(changed, current);
	const parsed = policySchema.safeParse(wanted);
	if (!parsed.success) throw new PolicyProblem(problemsOf(parsed.error));
	return parsed.data;
};

/** A line for each setting, those of a group one by one: what `readPolicy` takes. */
export const policyLines = (policy: Policy): string[] =>
	Object.entries(policy).flatMap(([name, value]: [string, unknown]) =>
		isGroup(value)
			? Object.entries(value).map(([inner, each]) => `${name}.${inner}=${JSON.stringify(each)}`)
			: `${name}=${JSON.stringify(value)}`,
	);

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
