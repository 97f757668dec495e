import { useRead } from '../api/read.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { MethodPostmark } from '../methods/method-facts.tsx';
import { MethodRows } from '../methods/method-rows.tsx';
import { RowsSection } from '../ui/rows.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { ClientPasswordsTile } from './client-passwords-tile.tsx';
import { StateCard } from './state-card.tsx';

/** How well the account is protected, at a glance. */
const OverviewPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const { data, problem, again } = useRead('GET /api/methods');
	if (problem)
		return <Unreachable title={t('shell.unreachable')} text={say(problem)} retry={t('shell.retry')} onRetry={again} />;
	if (!data) return <Waiting text={t('shell.loading')} />;
	return (
		<>
			<StateCard methods={data.methods} />
			<RowsSection title={t('enrolments.methods.title')}>
				<MethodRows rank={3} methods={data.methods} end={(method) => <MethodPostmark method={method} />} />
			</RowsSection>
			<ClientPasswordsTile twoFactor={data.methods.length > 0} />
		</>
	);
};

export default OverviewPage;
