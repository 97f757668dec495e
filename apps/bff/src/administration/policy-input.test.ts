import { describe, expect, it } from 'vitest';
import { defaultPolicy, type Policy } from '../policy/policy.ts';
import { policyChanges, policyLines, readPolicy } from './policy-input.ts';

const dated: Policy = {
	...defaultPolicy,
	required: [{ group: 'staff', from: '2026-09-01', remindDays: 30 }],
};

describe('a policy as it is typed', () => {
	it('changes what it names, and leaves the rest', () => {
		expect(readPolicy(['trustedDeviceDays=0', 'methods=totp, passkey'], dated)).toEqual({
			...dated,
			trustedDeviceDays: 0,
			methods: ['totp', 'passkey'],
		});
		expect(readPolicy(['methods=["passkey"]'], dated).methods).toEqual(['passkey']);
		expect(readPolicy(['required=[]'], dated).required).toEqual([]);
	});

	it('changes one of a group of settings, and leaves the others', () => {
		const { textMessages } = readPolicy(['textMessages.perNumberHour=3', 'textMessages.perDay=1000'], dated);
		expect(textMessages).toEqual({ ...defaultPolicy.textMessages, perNumberHour: 3, perDay: 1000 });
		const whole = readPolicy(['textMessages={"perDay":7}'], { ...dated, textMessages });
		expect(whole.textMessages).toEqual({ ...defaultPolicy.textMessages, perDay: 7 });
	});

	it('is what is shown', () => {
		const capped = { ...dated, textMessages: { ...dated.textMessages, perNumberDay: 2 } };
		expect(policyLines(capped)).toContain('textMessages.perNumberDay=2');
		expect(readPolicy(policyLines(capped), defaultPolicy)).toEqual(capped);
	});

	it.each([
		[['trustedDeviceDays=-1'], 'trustedDeviceDays: '],
		[['trustedDeviceDays=soon'], 'trustedDeviceDays is not JSON'],
		[['methods='], 'methods.0: '],
		[['methods=[]'], 'methods: '],
		[['colour="red"'], 'the policy: Unrecognized key: "colour"'],
		[['required=[{"everyone":true}]'], 'required.0.from: '],
		[['required=[{"from":"2026-09-01"}]'], 'required.0'],
		[['required=[{"everyone":true,"from":"next Monday"}]'], 'required.0.from: must be a date or time of ISO 8601'],
		[['required=[{"group":"staff","from":"2026-09-01","remindDays":1000}]'], 'required.0.remindDays: '],
		[
			['required=[{"group":"staff","from":"2026-09-01","until":"2027-01-01"}]'],
			'required.0: Unrecognized key: "until"',
		],
		[['textMessages.perDay=0'], 'textMessages.perDay: '],
		[['textMessages.secondsApart=1.5'], 'textMessages.secondsApart: '],
		[['textMessages.perDay=many'], 'textMessages.perDay is not JSON'],
		[['textMessages.perYear=5'], 'textMessages: Unrecognized key: "perYear"'],
		[['methods.totp=true'], 'methods is no group of settings'],
		[['constructor.name="x"'], 'constructor is no group of settings'],
		[['textMessages.perDay.most=5', 'clientPasswords=6'], 'textMessages.perDay.most=5 is not NAME=VALUE'],
		[['trustedDeviceDays=3', 'nonsense'], 'nonsense is not NAME=VALUE'],
		[['/nowhere/policy.json'], '/nowhere/policy.json cannot be read'],
	])('names the place of a mistake: %j', (what, problem) => {
		expect(() => readPolicy(what, dated)).toThrow(problem);
	});

	it('tells every mistake at once', () => {
		expect(() => readPolicy(['clientPasswords=0', 'trustedDeviceDays=999'], dated)).toThrow(
			/trustedDeviceDays: .*\n.*clientPasswords: /,
		);
	});
});

it('a change is told rule by rule and setting by setting', () => {
	const after: Policy = {
		...dated,
		clientPasswords: 8,
		required: [...dated.required, { everyone: true, from: '2027-01-01', remindDays: 60 }],
	};
	expect(policyChanges(dated, after)).toEqual([
		'+ required {"everyone":true,"from":"2027-01-01","remindDays":60}',
		'- clientPasswords=6',
		'+ clientPasswords=8',
	]);
	expect(policyChanges(after, dated)).toContain('- required {"everyone":true,"from":"2027-01-01","remindDays":60}');
	expect(policyChanges(dated, dated)).toEqual([]);
	expect(policyChanges(dated, { ...dated, textMessages: { ...dated.textMessages, perDay: 9 } })).toEqual([
		'- textMessages.perDay=20000',
		'+ textMessages.perDay=9',
	]);
});
