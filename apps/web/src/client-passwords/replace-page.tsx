import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { profileApps } from '@mailward/shared/mail-apps.ts';
import { useWords } from '../locales/words.tsx';
import { OnePassword } from './one-password.tsx';
import { ReplaceCard } from './replace-card.tsx';
import { ShownSecret } from './shown-secret.tsx';
import { useReplacing } from './use-replacing.ts';
import { useSecret } from './use-secret.ts';
import './new-page.css';

const Replace = ({ password, endsConnections }: { password: ClientPasswordView; endsConnections: boolean }) => {
	const { t } = useWords();
	const [created, show] = useSecret();
	const replacing = useReplacing(password.id, show);
	const profileApp = profileApps.find((each) => each === password.app);
	if (created) return <ShownSecret created={created} />;
	return (
		<ReplaceCard
			title={t('clientPasswords.replacing.title', { name: password.name })}
			busy={replacing.busy}
			problem={replacing.problem}
			onReplace={replacing.run}
		>
			<p>{t(endsConnections ? 'clientPasswords.replacing.text' : 'clientPasswords.replacing.textLater')}</p>
			{profileApp && <p>{t(`clientPasswords.replacing.profile.${profileApp}`)}</p>}
		</ReplaceCard>
	);
};

/** A new password in the place of one that was lost. */
export const ReplacePage = () => (
	<OnePassword>
		{(password, endsConnections) => <Replace key={password.id} password={password} endsConnections={endsConnections} />}
	</OnePassword>
);
