import type { MethodView, RecoveryView } from '@mailward/shared/contract/enrolments.ts';
import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import { fewRecoveryCodes } from '@mailward/shared/factors/recovery.ts';
import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';

/** Two-factor will be a must, and nothing is set up yet. */
export const RequiredFrom = ({ day, begin }: { day: string; begin: MethodKind }) => {
	const { t, times } = useWords();
	return (
		<Note
			tone="warning"
			announce={false}
			end={<ButtonLink to={`/security/methods/${begin}/set-up`}>{t(`factors.${begin}.setUp`)}</ButtonLink>}
		>
			<p>
				<b>{t('overview.requiredFrom.title', { day: times.day(day) })}</b>
			</p>
			<p className="small">{t('overview.requiredFrom.text')}</p>
		</Note>
	);
};

/** A recovery code has just stood in for a method, which may be in somebody else's hands. */
export const CodeUsed = ({ left, methods }: { left: number; methods: readonly MethodView[] }) => {
	const { t } = useWords();
	const [one, ...others] = new Set(methods.map(({ kind }) => kind));
	// Where there is nothing to choose from, straight to what can be done with it.
	const place = one !== undefined && others.length === 0 ? `/security/methods/${one}` : '/security/methods';
	return (
		<Note tone="warning" announce={false} end={<ButtonLink to={place}>{t('overview.codeUsed.act')}</ButtonLink>}>
			<p>
				<b>{t('overview.codeUsed.title', { left })}</b>
			</p>
			<p className="small">{t('overview.codeUsed.text')}</p>
		</Note>
	);
};

/** Too few recovery codes to stand in when a phone is lost, or none. */
export const CodesRunOut = ({ recovery }: { recovery: RecoveryView | null }) => {
	const { t } = useWords();
	const left = recovery?.left ?? 0;
	if (left > fewRecoveryCodes) return null;
	const words = left === 0 ? 'noCodes' : 'fewCodes';
	return (
		<Note
			tone="warning"
			announce={false}
			end={<ButtonLink to="/security/recovery-codes">{t(`overview.${words}.act`)}</ButtonLink>}
		>
			<p>
				<b>{left === 0 ? t('overview.noCodes.title') : t('overview.fewCodes.title', { count: left })}</b>
			</p>
			<p className="small">{t(`overview.${words}.text`)}</p>
		</Note>
	);
};
