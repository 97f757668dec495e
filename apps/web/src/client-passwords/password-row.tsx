import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { serverNow } from '../api/server-clock.ts';
import { WhenFact } from '../clients/client-facts.tsx';
import { clientPlace } from '../clients/client-place.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { RowActs } from '../ui/row-acts.tsx';
import { Row } from '../ui/rows.tsx';
import { AppStamp } from './app-stamp.tsx';
import { type EndState, endState } from './end-state.ts';
import './password-row.css';

/** Which app by which protocol, when and from where. */
const Use = ({ use }: { use: ClientPasswordView['uses'][number] }) => {
	const { t, language } = useWords();
	const { protocol, at, client } = use;
	const app = [client.browser, client.system].filter(Boolean).join(' · ');
	return (
		<p>
			<WhenFact
				at={at}
				say={(when) => t('clientPasswords.lastUsed', { protocol: t(`clientPasswords.protocols.${protocol}`), when })}
			/>
			<span className="fact">{clientPlace(client, language, t)}</span>
			{app && <span className="fact">{app}</span>}
		</p>
	);
};

const tags = { soon: 'clientPasswords.soonTag', ended: 'clientPasswords.expiredTag' } as const;
const endWords = {
	far: 'clientPasswords.ends',
	soon: 'clientPasswords.endsSoon',
	ended: 'clientPasswords.ended',
} as const satisfies Record<Exclude<EndState, 'none'>, string>;

const End = ({ password: { expiresAt }, state }: { password: ClientPasswordView; state: EndState }) => {
	const { t, times } = useWords();
	if (state === 'none' || expiresAt === null) return null;
	return (
		<p className={state === 'far' ? undefined : 'faulty'}>
			<time dateTime={expiresAt} title={times.exact(expiresAt)}>
				{t(endWords[state], { day: times.day(expiresAt) })}
			</time>
		</p>
	);
};

interface PasswordRowProps {
	readonly password: ClientPasswordView;
	readonly onEdit: () => void;
	readonly onDelete: () => void;
}

/** One password: what it is for, until when, when and from where it was used, and what can be done about it. */
export const PasswordRow = ({ password, onEdit, onDelete }: PasswordRowProps) => {
	const { t } = useWords();
	const { id, name, app, protocols, createdAt, expiresAt, uses } = password;
	const state = endState(expiresAt, serverNow());
	const place = `/security/client-passwords/${encodeURIComponent(id)}`;
	return (
		<Row
			start={<AppStamp app={app ?? 'other'} />}
			title={
				<>
					{name} {(state === 'soon' || state === 'ended') && <span className="tag">{t(tags[state])}</span>}
				</>
			}
			end={
				<RowActs below>
					<ButtonLink compact to={place} aria-label={t('clientPasswords.guideNamed', { name })}>
						{t('clientPasswords.guide')}
					</ButtonLink>
					<ButtonLink compact to={`${place}/replace`} aria-label={t('clientPasswords.replaceNamed', { name })}>
						{t('clientPasswords.replace')}
					</ButtonLink>
					<Button compact onClick={onEdit} aria-label={t('clientPasswords.editNamed', { name })}>
						{t('clientPasswords.edit')}
					</Button>
					<Button compact onClick={onDelete} aria-label={t('clientPasswords.deleteNamed', { name })}>
						{t('clientPasswords.delete')}
					</Button>
				</RowActs>
			}
		>
			<p>
				{app !== null && t(`mailApps.${app}.name`) !== name && (
					<span className="fact">{t(`mailApps.${app}.name`)}</span>
				)}
				<span className="fact">
					{t('clientPasswords.for', {
						protocols: protocols.map((protocol) => t(`clientPasswords.protocols.${protocol}`)).join(' · '),
					})}
				</span>
				<WhenFact at={createdAt} say={(when) => t('clientPasswords.madeOn', { when })} />
			</p>
			<End password={password} state={state} />
			{uses.map((use) => (
				<Use key={use.protocol} use={use} />
			))}
			{uses.length === 0 && <p>{t('clientPasswords.never')}</p>}
		</Row>
	);
};
