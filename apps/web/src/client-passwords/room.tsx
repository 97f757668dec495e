import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import type { ReactNode } from 'react';
import { useRead } from '../api/read.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { FactorNeeded, Full } from './hindrances.tsx';
import './new-page.css';

interface RoomProps {
	/** One of the places may be this one's already: that all are taken hinders nothing. */
	readonly placed?: boolean;
	readonly children: (passwords: readonly ClientPasswordView[]) => ReactNode;
}

/** What is to be seen where there is room for one more client password; else why there is none. */
export const Room = ({ placed = false, children }: RoomProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const session = useAccountSession();
	const { data, problem, again } = useRead('GET /api/client-passwords');
	if (problem)
		return <Unreachable title={t('shell.unreachable')} text={say(problem)} retry={t('shell.retry')} onRetry={again} />;
	if (!data) return <Waiting text={t('shell.loading')} />;
	const factorNeeded = session.state === 'signed-in' && !session.twoFactor;
	const full = data.clientPasswords.length >= data.limit && !placed;
	if (!factorNeeded && !full) return children(data.clientPasswords);
	return (
		<div className="one-thing">
			<Sheet>
				<StepTitle step={t('clientPasswords.make.title')} />
				{factorNeeded ? <FactorNeeded /> : <Full limit={data.limit} />}
			</Sheet>
		</div>
	);
};
