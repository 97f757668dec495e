import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { type ReactNode, Suspense } from 'react';
import { useWords } from '../locales/words.tsx';
import MailGuide from '../mail-guides/mail-guide.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Note } from '../ui/note.tsx';
import { PartFault } from '../ui/part-fault.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ServerValues } from './server-values.tsx';

interface AppGuideProps {
	readonly password: Pick<ClientPasswordView, 'app'>;
	/** Whether it works: stands under the last step, with a heading of the rank that is due there. */
	readonly check: (rank: 2 | 3) => ReactNode;
}

/** Where the password belongs: the guide of its mail app, or the servers where that is not known; and whether it works. */
export const AppGuide = ({ password, check }: AppGuideProps) => {
	const { t } = useWords();
	const { address } = useAccountSession().account;
	// The password above is seen this once: it must not go because its guide does not come.
	const missing = (
		<div className="stack">
			<Note tone="warning">
				<p>{t('clientPasswords.guidance.missing')}</p>
			</Note>
			{check(2)}
		</div>
	);
	return (
		<PartFault instead={missing}>
			<Suspense fallback={<Waiting text={t('shell.loading')} />}>
				{password.app === null ? (
					<div>
						<ServerValues address={address} />
						{check(3)}
					</div>
				) : (
					<MailGuide app={password.app} address={address} below={check(3)} />
				)}
			</Suspense>
		</PartFault>
	);
};
