import { useState } from 'react';
import { useRead } from '../api/read.tsx';
import { isSingle } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { kindsCount, kindsShown } from '../methods/kinds-shown.ts';
import { MethodRows } from '../methods/method-rows.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { RowsSection } from '../ui/rows.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { DefaultButton, useDefault } from './default-button.tsx';

/** All methods, set up or not, and which of them sign-in shows first. */
const MethodsPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const { data, problem, again } = useRead('GET /api/methods');
	const [chosen, setChosen] = useState<string>();
	const choosing = useDefault();
	const kinds = data && kindsShown(data.methods, data.allowed);
	const more = kinds?.flatMap(({ kind, methods, allowed }) =>
		allowed && methods.length > 0 && !isSingle(kind) ? [kind] : [],
	);
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle step={t('methods.title')} />
					<p className="muted">{t('methods.lead')}</p>
				</div>
			</div>
			{choosing.problem && (
				<Note tone="error">
					<p>{say(choosing.problem)}</p>
				</Note>
			)}
			{chosen !== undefined && !choosing.problem && (
				<Note key={chosen} tone="plain" takesFocus>
					<p>{t('methods.madeDefault', { name: chosen })}</p>
				</Note>
			)}
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data && kinds && (
				<RowsSection
					title={t('methods.section')}
					aside={<span className="small muted numerals">{t('methods.count', kindsCount(kinds))}</span>}
				>
					<MethodRows
						rank={3}
						kinds={kinds}
						all={data.methods}
						act={(method, name) => (
							<DefaultButton
								method={method}
								name={name}
								all={data.methods}
								busy={choosing.busy}
								onChoose={() => choosing.run(method, () => setChosen(name))}
							/>
						)}
					/>
				</RowsSection>
			)}
			{more && more.length > 0 && (
				<div className="row">
					{more.map((kind) => (
						<ButtonLink key={kind} to={`/security/methods/${kind}/set-up`}>
							{t(`factors.${kind}.setUpAnother`)}
						</ButtonLink>
					))}
				</div>
			)}
		</>
	);
};

export default MethodsPage;
