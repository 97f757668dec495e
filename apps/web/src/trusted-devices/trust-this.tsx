import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';

interface TrustThisProps {
	readonly days: number;
	readonly onTrusted: (expiresAt: string) => void;
}

/** For who chose "This time only" and thinks otherwise now. */
export const TrustThis = ({ days, onTrusted }: TrustThisProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const verified = useVerified();
	const forget = useForget();
	const { refresh } = useSession();
	const trusting = useAct(async () => {
		const { expiresAt } = await verified(() => call('POST /api/trusted-devices', { body: {} }), 'trust');
		onTrusted(expiresAt);
		await Promise.all([forget('GET /api/trusted-devices'), refresh()]);
	});
	return (
		<>
			{trusting.problem && (
				<Note tone="error">
					<p>{say(trusting.problem)}</p>
				</Note>
			)}
			<Note
				tone="plain"
				announce={false}
				end={
					<Button busy={trusting.busy} onClick={() => trusting.run()}>
						{t('trustedDevices.trust.act')}
					</Button>
				}
			>
				<p>
					<b>{t('trustedDevices.trust.title')}</b>
				</p>
				<p className="small">{t('trustedDevices.trust.text', { days })}</p>
			</Note>
		</>
	);
};
