import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router-dom';
import { useRead } from '../api/read.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';

interface OnePasswordProps {
	readonly children: (password: ClientPasswordView, endsConnections: boolean) => ReactNode;
}

/** A page about the password that its address names. One that is no more leads to the list. */
export const OnePassword = ({ children }: OnePasswordProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { id } = useParams();
	const { data, problem, again } = useRead('GET /api/client-passwords');
	if (problem)
		return <Unreachable title={t('shell.unreachable')} text={say(problem)} retry={t('shell.retry')} onRetry={again} />;
	if (!data) return <Waiting text={t('shell.loading')} />;
	const password = data.clientPasswords.find((each) => each.id === id);
	if (!password) return <Navigate replace to="/security/client-passwords" />;
	return children(password, data.endsConnections);
};
