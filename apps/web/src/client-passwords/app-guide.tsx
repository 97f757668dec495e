import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { Suspense } from 'react';
import { useWords } from '../locales/words.tsx';
import MailGuide from '../mail-guides/mail-guide.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Waiting } from '../ui/waiting.tsx';
import { LiveCheck } from './live-check.tsx';
import { ServerValues } from './server-values.tsx';

/** Where the password belongs: the guide of its mail app, or the servers where that is not known; and whether it works. */
export const AppGuide = ({ password }: { password: Pick<ClientPasswordView, 'id' | 'app' | 'protocols'> }) => {
	const { t } = useWords();
	const { address } = useAccountSession().account;
	const check = <LiveCheck key={password.id} password={password} />;
	return (
		<Suspense fallback={<Waiting text={t('shell.loading')} />}>
			{password.app === null ? (
				<div>
					<ServerValues address={address} />
					{check}
				</div>
			) : (
				<MailGuide app={password.app} address={address} below={check} />
			)}
		</Suspense>
	);
};
