import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { serverNow } from '../api/server-clock.ts';
import { useWords } from '../locales/words.tsx';
import { Postmark } from '../ui/postmark.tsx';
import { When } from '../ui/when.tsx';

/** When it was set up and last used, and what is wrong with it, if anything. */
export const MethodFacts = ({ method }: { method: MethodView }) => {
	const { t, times } = useWords();
	return (
		<>
			<p>{t('enrolments.methods.made', { day: times.day(method.createdAt) })}</p>
			<p>
				{method.lastUsedAt === null ? (
					t('enrolments.methods.never')
				) : (
					<When
						iso={method.lastUsedAt}
						text={t('enrolments.methods.lastUsed', { when: times.relative(method.lastUsedAt, serverNow()) })}
						exact={times.exact(method.lastUsedAt)}
					/>
				)}
			</p>
			{method.disabled && <p className="faulty">{t('enrolments.methods.disabled')}</p>}
		</>
	);
};

/** Verified on the day it was set up. */
export const MethodPostmark = ({ method }: { method: MethodView }) => {
	const { t, times } = useWords();
	const { day, year } = times.postmark(method.createdAt);
	return (
		<Postmark main={day} low={year} label={t('enrolments.methods.madeMark', { day: times.day(method.createdAt) })} />
	);
};

/** Only worth saying where there is a choice. */
export const DefaultTag = ({ method, all }: { method: MethodView; all: readonly MethodView[] }) => {
	const { t } = useWords();
	return method.default && all.length > 1 ? <span className="tag">{t('enrolments.methods.default')}</span> : null;
};
