import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Address } from '../ui/address.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { LargePostmark, LargeRing } from '../ui/large-postmark.tsx';
import { CancelLines } from '../ui/postmark.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import './state-card.css';

interface StateCardProps {
	readonly methods: readonly MethodView[];
	/** The method to begin with. */
	readonly begin: MethodKind;
}

/** Two-factor on, with the postmark of the day it began; or off, with the place for it and the one thing to do. */
export const StateCard = ({ methods, begin }: StateCardProps) => {
	const { t, times } = useWords();
	const { account, person } = useAccountSession();
	const first = methods.map(({ createdAt }) => createdAt).sort()[0];
	return (
		<section className={first === undefined ? 'sheet state-card off' : 'sheet state-card'}>
			<div>
				<p className="small muted">
					{account.name && `${account.name} · `}
					<Address address={account.address} />
					{person?.name && ` · ${person.name}`}
				</p>
				<StepTitle step={t('overview.title')}>{t(first === undefined ? 'overview.off' : 'overview.on')}</StepTitle>
				<p className="muted">{t(first === undefined ? 'overview.offText' : 'overview.onText')}</p>
				{first === undefined && (
					<ButtonLink to={`/security/methods/${begin}/set-up`} manner="go">
						{t('methods.recommended', { method: t(`factors.${begin}.setUp`) })}
					</ButtonLink>
				)}
			</div>
			{first === undefined ? (
				<LargeRing text={t('overview.offMark')} />
			) : (
				<>
					<LargePostmark
						top={t('enrolments.done.mark')}
						low={t('enrolments.done.markLow')}
						date={times.postmark(first).whole}
						label={t('overview.markLabel', { day: times.day(first) })}
					/>
					<CancelLines />
				</>
			)}
		</section>
	);
};
