import type { ProfileLinkView } from '@mailward/shared/contract/apple-profiles.ts';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { Gone } from './gone.tsx';
import { Ready } from './ready.tsx';

/**
 * What a device shows that has opened a set-up link. Nobody is signed in there. Looking uses nothing up, so that a preview of
 * the link does no harm.
 */
const ProfilePage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const { ticket = '' } = useParams();
	const [view, setView] = useState<ProfileLinkView>();
	const opening = useAct(async () => setView(await call('POST /api/apple-profiles/open', { body: { ticket } })));
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, for the link that was opened; `run` ignores what is under way
	useEffect(() => opening.run(), []);
	if (view?.state === 'ready') return <Ready view={view} ticket={ticket} />;
	if (view) return <Gone />;
	if (opening.problem) {
		return (
			<Unreachable
				title={t('shell.unreachable')}
				text={say(opening.problem)}
				retry={t('shell.retry')}
				onRetry={opening.run}
			/>
		);
	}
	return <Waiting text={t('shell.loading')} />;
};

export default ProfilePage;
