import { useRead } from '../api/read.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { MethodRows } from '../methods/method-rows.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Rows } from '../ui/rows.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';

/** All methods, set up or not. */
const MethodsPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const { data, problem, again } = useRead('GET /api/methods');
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle step={t('enrolments.methods.title')} />
					<p className="muted">{t('enrolments.methods.lead')}</p>
				</div>
			</div>
			{problem ? (
				<Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />
			) : data ? (
				<div className="sheet padded-rows">
					<Rows>
						<MethodRows
							rank={2}
							methods={data.methods}
							end={(method, name) => (
								<ButtonLink
									compact
									to={`/security/methods/${method.kind}`}
									aria-label={t('enrolments.methods.manageNamed', { name })}
								>
									{t('enrolments.methods.manage')}
								</ButtonLink>
							)}
						/>
					</Rows>
				</div>
			) : (
				<Waiting text={t('shell.loading')} />
			)}
		</>
	);
};

export default MethodsPage;
