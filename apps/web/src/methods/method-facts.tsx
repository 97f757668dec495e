import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { serverNow } from '../api/server-clock.ts';
import { useWords } from '../locales/words.tsx';
import { Postmark } from '../ui/postmark.tsx';
import { When } from '../ui/when.tsx';
import { shownFirst } from './shown-first.ts';
import { targetWords } from './target-words.ts';

/** Milliseconds: that long, one has just been set up. */
const aDay = 24 * 60 * 60_000;

interface MethodFactsProps {
	readonly method: MethodView;
	/** On the page of its kind: what kind it is goes without saying there, and there is room for more. */
	readonly detailed?: boolean;
}

/** What kind it is where its name does not say so, when it was last used, and what is wrong with it, if anything. */
export const MethodFacts = ({ method, detailed = false }: MethodFactsProps) => {
	const { t, times } = useWords();
	const target = targetWords(method, t);
	return (
		<>
			<p>
				{target !== '' && <span className="fact">{target}</span>}
				{!detailed && method.name !== '' && <span className="fact">{t(`factors.${method.kind}.name`)}</span>}
				{detailed && <span className="fact">{t('methods.made', { day: times.day(method.createdAt) })}</span>}
				<span className="fact">
					{method.lastUsedAt === null ? (
						t(serverNow() - Date.parse(method.createdAt) < aDay ? 'methods.neverYet' : 'methods.never')
					) : (
						<When
							iso={method.lastUsedAt}
							text={t('methods.lastUsed', { when: times.relative(method.lastUsedAt, serverNow()) })}
							exact={times.exact(method.lastUsedAt)}
						/>
					)}
				</span>
			</p>
			{!method.allowed && <p className="faulty">{t('methods.notTaken')}</p>}
			{method.disabled && <p className="faulty">{t('methods.disabled')}</p>}
		</>
	);
};

/** Verified on the day it was set up. */
export const MethodPostmark = ({ method }: { method: MethodView }) => {
	const { t, times } = useWords();
	const { day, year } = times.postmark(method.createdAt);
	return <Postmark main={day} low={year} label={t('methods.madeMark', { day: times.day(method.createdAt) })} />;
};

interface MethodTitleProps {
	readonly method: MethodView;
	readonly name: string;
	readonly all: readonly MethodView[];
}

/** Its name, and whether its kind is the one shown first: only worth saying where there is a choice. */
export const MethodTitle = ({ method, name, all }: MethodTitleProps) => {
	const { t } = useWords();
	const choice = all.some(({ kind }) => kind !== method.kind);
	return (
		<>
			{name} {choice && shownFirst(all)?.kind === method.kind && <span className="tag">{t('methods.default')}</span>}
		</>
	);
};
