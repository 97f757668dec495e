import type { ActivityEntry } from '@mailward/shared/contract/activity.ts';
import { factors } from '../factors/registry.ts';
import { Icon } from '../ui/icon.tsx';
import { PassedRing } from '../ui/postmark.tsx';
import { RefusedRing } from '../ui/refused-ring.tsx';
import { Sign } from '../ui/sign.tsx';

/**
 * What an entry begins with: the postmark where somebody was verified, a broken ring where they were not, a warning where
 * something was stolen; for changes, what they are about. The sentence beside it says the same.
 */
export const Mark = ({ entry }: { entry: ActivityEntry }) => {
	switch (entry.event) {
		case 'sign-in.passed':
			return <PassedRing />;
		case 'sign-in.password-refused':
		case 'sign-in.factor-refused':
		case 'mail-app.stale':
			return <RefusedRing />;
		case 'sign-in.denied':
		case 'trusted-device.copied':
			return <Sign name="warning" />;
		case 'method.added':
		case 'method.replaced':
		case 'method.removed':
		case 'method.renamed':
		case 'method.preferred':
			return <Icon name={factors[entry.method].icon} />;
		case 'recovery-codes.made':
		case 'recovery-code.used':
			return <Icon name={factors.recovery.icon} />;
		case 'trusted-device.added':
		case 'trusted-device.revoked':
			return <Icon name="device" />;
		case 'client-password.made':
		case 'client-password.replaced':
		case 'client-password.changed':
		case 'client-password.deleted':
		case 'mail-app.new-network':
			return <Icon name="mail" />;
		case 'web-password.changed':
			return <Icon name="keys" />;
		case 'sessions.ended':
			return <Icon name="browser" />;
		case 'set-up-code.made':
			return <Icon name="desk" />;
		case 'person.invited':
		case 'person.joined':
		case 'person.removed':
			return <Icon name="people" />;
	}
};
