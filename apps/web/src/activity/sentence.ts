import type { ActivityEntry } from '@mailward/shared/contract/activity.ts';
import { hasLeft } from '@mailward/shared/departure.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Translate } from '../locales/translate.ts';

const methodWords = ({ method, name }: { method: FactorKind; name: string }, t: Translate): string => {
	const kind = t(`factors.${method}.name`);
	return name === '' ? kind : t('activity.namedMethod', { kind, name });
};

/** What a mail app goes on trying with. */
const staleWords = (entry: Extract<ActivityEntry, { event: 'mail-app.stale' }>, t: Translate): string => {
	const { reason, name } = entry;
	switch (reason) {
		case 'web-password':
			return t('activity.stale.web-password');
		case 'deleted':
		case 'expired':
			return t(`activity.stale.${reason}`, { name });
		case 'not-allowed':
			return t('activity.stale.not-allowed', { name, protocol: t(`clientPasswords.protocols.${entry.protocol}`) });
	}
};

/** Whoever was there before people had names has none yet. */
export const personName = (name: string, t: Translate): string => name || t('people.unnamed');

/** Whether the sentence itself says who did it. */
export const namesDoer = ({ event }: ActivityEntry): boolean => event === 'person.removed';

/** What happened, in one sentence. An event without one does not compile. */
export const sentence = (entry: ActivityEntry, t: Translate): string => {
	switch (entry.event) {
		case 'sign-in.passed':
			return t(`activity.passed.${entry.means}`);
		case 'sign-in.password-refused':
			return t('activity.passwordRefused');
		case 'sign-in.factor-refused':
			return t(`activity.factorRefused.${entry.method}`);
		case 'sign-in.denied':
			return t('activity.denied', { method: t(`factors.${entry.method}.name`) });
		case 'method.added':
			return t('activity.methodAdded', { method: methodWords(entry, t) });
		case 'method.replaced':
			return t('activity.methodReplaced', { method: methodWords(entry, t) });
		case 'method.removed':
			return t('activity.methodRemoved', { method: methodWords(entry, t) });
		case 'method.renamed':
			return t('activity.methodRenamed', { method: methodWords(entry, t) });
		case 'method.preferred':
			return t('activity.methodPreferred', { method: methodWords(entry, t) });
		case 'recovery-codes.made':
			return t('activity.codesMade');
		case 'recovery-code.used':
			return t('activity.codeUsed', { count: entry.left });
		case 'trusted-device.added':
			return t('activity.deviceAdded');
		case 'trusted-device.revoked':
			return t('activity.deviceRevoked');
		case 'trusted-device.copied':
			return t('activity.deviceCopied');
		case 'client-password.made':
			return t('activity.passwordMade', { name: entry.name });
		case 'client-password.replaced':
			return t('activity.passwordReplaced', { name: entry.name });
		case 'client-password.changed':
			return t('activity.passwordChanged', { name: entry.name });
		case 'client-password.deleted':
			return t('activity.passwordDeleted', { name: entry.name });
		case 'mail-app.new-network':
			return t('activity.newNetwork', { name: entry.name });
		case 'mail-app.stale':
			return staleWords(entry, t);
		case 'web-password.changed':
			return t('activity.webPasswordChanged');
		case 'sessions.ended':
			return t('activity.sessionsEnded');
		case 'set-up-code.made':
			return t('activity.setUpCodeMade');
		case 'person.invited':
			return t('activity.invited', { name: personName(entry.name, t) });
		case 'person.joined':
			return t('activity.joined', { name: personName(entry.name, t) });
		case 'person.removed':
			return hasLeft(entry)
				? t('activity.left', { name: personName(entry.name, t) })
				: t('activity.removed', { by: personName(entry.person ?? '', t), name: personName(entry.name, t) });
	}
};
