import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { type MailApp, mailApps, profileApps } from '@mailward/shared/mail-apps.ts';
import { useState } from 'react';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router-dom';
import { type Answer, call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { shortAppName } from '../clients/short-app-name.ts';
import { useWords } from '../locales/words.tsx';
import { firstName } from './first-name.ts';
import { type Intent, toIntent } from './intent.ts';
import { NewForm } from './new-form.tsx';
import { ReplaceCard } from './replace-card.tsx';
import { Room } from './room.tsx';
import { SelfSetUp } from './self-set-up.tsx';
import { ShownSecret } from './shown-secret.tsx';
import { useReplacing } from './use-replacing.ts';
import { useSecret } from './use-secret.ts';
import type { Way } from './way-choice.tsx';
import { type Draft, draftFor, draftOf, type Wishes } from './wishes.ts';

type Link = Answer<'POST /api/apple-profiles'>;

/** The form as it was sent, or as it mostly is. */
const draftIn = (
	intent: Intent | undefined,
	app: MailApp | null,
	name: string,
	passwords: readonly ClientPasswordView[],
): Draft => {
	if (intent) return draftOf(intent.wishes);
	return draftFor(
		app,
		app === null
			? ''
			: firstName(
					name,
					passwords.map((password) => password.name),
				),
	);
};

/** From the form to the secret, or to the device that fetches one by itself. */
const Make = ({ app }: { app: MailApp | null }) => {
	const { t } = useWords();
	const { pathname, search, state } = useLocation();
	const navigate = useNavigate();
	const verified = useVerified();
	const forget = useForget();
	const [created, show] = useSecret();
	const [link, setLink] = useState<Link>();
	const intent = toIntent(state);
	const profileApp = profileApps.find((each) => each === app);

	const keep = (next: Intent) => navigate(pathname + search, { replace: true, state: next });
	const making = useAct(async (wishes: Wishes, way: Way) => {
		const idempotencyKey = intent?.idempotencyKey ?? crypto.randomUUID();
		const wanted: Intent = { idempotencyKey, wishes, made: null, link: intent?.link ?? null };
		// Kept before it is sent: if the answer is lost with the page, the next try still takes the same place.
		await keep(wanted);
		if (way === 'profile' && profileApp) {
			const body = { ...wishes, app: profileApp, idempotencyKey };
			const made = await verified(() => call('POST /api/apple-profiles', { body }));
			setLink(made);
			await keep({ ...wanted, link: made.id });
		} else {
			const secret = await verified(() =>
				call('POST /api/client-passwords', { body: { ...wishes, app, idempotencyKey } }),
			);
			show(secret);
			await keep({ ...wanted, made: secret.id });
			await forget('GET /api/client-passwords');
		}
	});
	const replacing = useReplacing(intent?.made ?? '', (renewed) => {
		show(renewed);
		// Without the group that was being typed: it was the old one's.
		void navigate(pathname, { replace: true, state });
	});

	if (created) return <ShownSecret created={created} />;
	if (intent?.made != null) {
		return (
			<ReplaceCard
				title={t('clientPasswords.gone.title')}
				busy={replacing.busy}
				problem={replacing.problem}
				onReplace={replacing.run}
			>
				<p>{t('clientPasswords.gone.text', { name: intent.wishes.name })}</p>
			</ReplaceCard>
		);
	}
	if (intent?.link != null && profileApp) {
		return (
			<SelfSetUp
				key={intent.link}
				app={profileApp}
				id={intent.link}
				link={link?.id === intent.link ? link : undefined}
				busy={making.busy}
				problem={making.problem}
				onRenew={() => making.run(intent.wishes, 'profile')}
			/>
		);
	}
	return (
		<Room placed={intent !== undefined}>
			{(passwords) => (
				<NewForm
					app={app}
					first={draftIn(intent, app, shortAppName(app, t), passwords)}
					busy={making.busy}
					problem={making.problem}
					onWishes={making.run}
				/>
			)}
		</Room>
	);
};

/** A new client password for the mail app that the address names. */
export const NewPage = () => {
	const { app } = useParams();
	const known = mailApps.find((each) => each === app);
	if (known === undefined && app !== 'other') return <Navigate replace to="/security/client-passwords/new" />;
	return <Make key={app} app={known ?? null} />;
};
