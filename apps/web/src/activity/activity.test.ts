import type { ActivityEntry, ActivityEvent } from '@mailward/shared/contract/activity.ts';
import { factorKinds } from '@mailward/shared/factors/kinds.ts';
import { describe, expect, it } from 'vitest';
import { loadInsideWords, loadWords } from '../locales/load-words.ts';
import { byDay } from './by-day.ts';
import { sentence } from './sentence.ts';

const common = { id: 'a', at: '2026-11-21T12:02:00.000Z', person: null, client: null };
const named = { ...common, name: 'Office' };

/** One of each event; a new one without a sample does not compile. */
const samples: { [E in ActivityEvent]: Extract<ActivityEntry, { event: E }> } = {
	'sign-in.passed': { ...common, event: 'sign-in.passed', means: 'trusted-device' },
	'sign-in.password-refused': { ...common, event: 'sign-in.password-refused' },
	'sign-in.factor-refused': { ...common, event: 'sign-in.factor-refused', method: 'totp' },
	'sign-in.denied': { ...common, event: 'sign-in.denied', method: 'wechat' },
	'method.added': { ...named, event: 'method.added', method: 'totp' },
	'method.replaced': { ...named, event: 'method.replaced', method: 'passkey' },
	'method.removed': { ...named, event: 'method.removed', method: 'totp' },
	'method.renamed': { ...named, event: 'method.renamed', method: 'totp' },
	'method.preferred': { ...named, event: 'method.preferred', method: 'passkey' },
	'recovery-codes.made': { ...common, event: 'recovery-codes.made' },
	'recovery-code.used': { ...common, event: 'recovery-code.used', left: 3 },
	'trusted-device.added': { ...common, event: 'trusted-device.added' },
	'trusted-device.revoked': { ...common, event: 'trusted-device.revoked' },
	'trusted-device.copied': { ...common, event: 'trusted-device.copied' },
	'client-password.made': { ...named, event: 'client-password.made' },
	'client-password.replaced': { ...named, event: 'client-password.replaced' },
	'client-password.changed': { ...named, event: 'client-password.changed' },
	'client-password.deleted': { ...named, event: 'client-password.deleted' },
	'mail-app.new-network': { ...named, event: 'mail-app.new-network', protocol: 'imap' },
	'mail-app.stale': { ...named, event: 'mail-app.stale', protocol: 'pop3', reason: 'not-allowed' },
	'web-password.changed': { ...common, event: 'web-password.changed' },
	'sessions.ended': { ...common, event: 'sessions.ended' },
	'set-up-code.made': { ...common, event: 'set-up-code.made' },
	'person.invited': { ...named, event: 'person.invited' },
	'person.joined': { ...named, event: 'person.joined' },
	'person.removed': { ...named, event: 'person.removed' },
};
const means = ['password', 'trusted-device', ...factorKinds] as const;
const entries: readonly ActivityEntry[] = [
	...Object.values(samples),
	...means.map((by): ActivityEntry => ({ ...common, event: 'sign-in.passed', means: by })),
	...(['deleted', 'expired'] as const).map(
		(reason): ActivityEntry => ({ ...named, event: 'mail-app.stale', protocol: 'imap', reason }),
	),
	{ ...common, name: '', event: 'mail-app.stale', protocol: 'imap', reason: 'web-password' },
	...factorKinds.map((method): ActivityEntry => ({ ...common, event: 'sign-in.factor-refused', method })),
];

describe.each(['en', 'zh'] as const)('the sentences in %s', (language) => {
	it.each(entries)('say what happened: $event', async (entry) => {
		const t = await loadWords(language);
		await loadInsideWords();
		const words = sentence(entry, t);
		expect(words).not.toMatch(/[{}]|undefined|activity\.|factors\./);
		if ('name' in entry) expect(words).toContain(entry.name);
	});
});

it('leaves out a name that was not given', async () => {
	const t = await loadWords('zh');
	await loadInsideWords();
	expect(sentence({ ...samples['method.added'], name: '' }, t)).toBe('已设置身份验证器');
	expect(sentence(samples['method.added'], t)).toBe('已设置身份验证器“Office”');
});

it('says of whom it tells, though they have no name yet', async () => {
	const t = await loadWords('en');
	await loadInsideWords();
	expect(sentence({ ...samples['person.removed'], name: '' }, t)).toBe('Person without a name left');
});

it('tells one who left from one who was removed, and by whom', async () => {
	const t = await loadWords('zh');
	await loadInsideWords();
	const removed = { ...samples['person.removed'], name: '李同学' };
	expect(sentence({ ...removed, person: '李同学' }, t)).toBe('“李同学”已退出');
	expect(sentence({ ...removed, person: '王老师' }, t)).toBe('“王老师”移除了“李同学”');
	expect(sentence({ ...removed, person: null }, t)).toBe('“未填姓名的使用者”移除了“李同学”');
});

it('begins a day where its name changes', () => {
	const list = ['2026-11-21', '2026-11-21', '2026-11-20', '2026-11-18'].map((at) => ({ at }));
	expect(byDay(list, (day) => day.slice(8)).map(({ name, entries: { length } }) => [name, length])).toEqual([
		['21', 2],
		['20', 1],
		['18', 1],
	]);
	expect(byDay([], String)).toEqual([]);
});
