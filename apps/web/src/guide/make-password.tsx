import { type MailApp, type ProfileApp, profileApps } from '@mailward/shared/mail-apps.ts';
import type { PlainKey } from '../locales/translate.ts';
import { useWords } from '../locales/words.tsx';
import { Marked } from '../mail-guides/marked.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Instructions } from '../ui/instructions.tsx';

const place = '/security/client-passwords';

const Steps = ({ keys }: { keys: readonly PlainKey[] }) => {
	const { t } = useWords();
	return (
		<Instructions>
			{keys.map((key) => (
				<li key={key}>
					<Marked text={t(key)} />
				</li>
			))}
		</Instructions>
	);
};

const toPassword = ['guide.passwords.steps.signIn', 'guide.passwords.steps.app'] as const;
const withPassword = ['guide.passwords.steps.name', 'guide.passwords.steps.copy', 'guide.passwords.steps.put'] as const;

/** For devices that can set themselves up: that first, for it is what the pages offer first. */
const TwoWays = ({ app }: { app: ProfileApp }) => {
	const { t } = useWords();
	return (
		<>
			<h3>{t('guide.passwords.itself.title')}</h3>
			<Steps
				keys={[
					'guide.passwords.itself.signIn',
					`guide.passwords.itself.${app}`,
					`guide.passwords.itself.install.${app}`,
				]}
			/>
			<h3>{t('guide.passwords.byHand.title')}</h3>
			<Steps keys={[...toPassword, 'guide.passwords.byHand.choose', ...withPassword]} />
		</>
	);
};

/** From signing in to a password that is copied; signed out, the link leads through the sign-in there. */
export const MakePassword = ({ app }: { app?: MailApp }) => {
	const { t } = useWords();
	const profileApp = profileApps.find((each) => each === app);
	return (
		<>
			{profileApp ? <TwoWays app={profileApp} /> : <Steps keys={[...toPassword, ...withPassword]} />}
			<p className="on-screen">
				<ButtonLink to={place} manner="go">
					{t('guide.passwords.open')}
				</ButtonLink>
			</p>
			<p className="on-paper">{new URL(place, location.origin).href}</p>
		</>
	);
};
