import { type MailApp, type ProfileApp, profileApps } from '@mailward/shared/mail-apps.ts';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Problem } from '../api/problem.ts';
import { inSentence, shortAppName } from '../clients/short-app-name.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { thisDevice } from '../profile/apple-device.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Note } from '../ui/note.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { useWishesForm } from './use-wishes-form.ts';
import { type Way, WayChoice, ways } from './way-choice.tsx';
import type { Draft, Wishes } from './wishes.ts';
import { WishesFields } from './wishes-fields.tsx';
import './new-page.css';

interface NewFormProps {
	readonly app: MailApp | null;
	readonly first: Draft;
	readonly busy: boolean;
	readonly problem: Problem | undefined;
	readonly onWishes: (wishes: Wishes, way: Way) => void;
}

/** Refusals after which the server may or may not have made the password: its answer did not arrive. */
const lost: ReadonlySet<string> = new Set(['offline', 'server.unavailable', 'server.failed']);

const toProfileApp = (app: MailApp | null): ProfileApp | undefined => profileApps.find((each) => each === app);

/** A phone's camera takes the link from any screen; a Mac's profile is best asked for on that Mac. */
const usualWay = (app: ProfileApp | undefined): Way =>
	app === 'mac-mail' && thisDevice() !== 'mac' ? 'by-hand' : 'profile';

/** The second step: filled in as it mostly is, so that one press is enough. */
export const NewForm = ({ app, first, busy, problem, onWishes }: NewFormProps) => {
	const { t, language } = useWords();
	const say = useProblemWords();
	const form = useWishesForm(first, problem);
	const [query, setQuery] = useSearchParams();
	const profileApp = toProfileApp(app);
	const [chosen, setChosen] = useState<Way>(() => ways.find((way) => way === query.get('way')) ?? usualWay(profileApp));
	const way = profileApp ? chosen : 'by-hand';
	const submit = t(way === 'profile' ? 'clientPasswords.make.submitLink' : 'clientPasswords.make.submit');
	const choose = (next: Way) => {
		setChosen(next);
		// In the address too, so that Back and a reload find it as it was.
		setQuery({ way: next }, { replace: true });
	};
	return (
		<div className="one-thing">
			<Sheet>
				<StepTitle
					step={
						app === null
							? t('clientPasswords.make.title')
							: t('clientPasswords.make.titleFor', { kind: inSentence(shortAppName(app, t), language) })
					}
				/>
				{way === 'by-hand' && <p className="muted">{t('clientPasswords.make.lead')}</p>}
				<form
					className="stack"
					method="post"
					noValidate
					onSubmit={(event) => {
						event.preventDefault();
						const wishes = form.check();
						if (wishes) onWishes(wishes, way);
					}}
				>
					{form.problem && (
						<Note tone="error">
							<p>{say(form.problem)}</p>
							{lost.has(form.problem.code) && <p>{t('clientPasswords.make.lost', { submit })}</p>}
						</Note>
					)}
					{profileApp && <WayChoice app={profileApp} way={way} onWay={choose} />}
					<WishesFields form={form} suggest={app === null} preset />
					<Ends>
						<ButtonLink to="/security/client-passwords/new">{t('clientPasswords.make.cancel')}</ButtonLink>
						<Button type="submit" manner="go" busy={busy}>
							{submit}
						</Button>
					</Ends>
				</form>
			</Sheet>
		</div>
	);
};
