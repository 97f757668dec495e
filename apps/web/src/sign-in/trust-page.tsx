import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';
import { useVerified, VerificationScope } from '../challenges/verification.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { EnvelopeHead } from '../session/envelope-head.tsx';
import { nextPath } from '../session/next-path.ts';
import { type Recovered, recoveredIn } from '../session/recovered.ts';
import { useSession } from '../session/session.tsx';
import { placeOf } from '../session/where-to.ts';
import { Address } from '../ui/address.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import './trust-page.css';

/** What the second step left here: when its password was accepted. */
const passwordAtOf = (left: unknown): string | undefined =>
	typeof left === 'object' && left !== null && 'passwordAt' in left && typeof left.passwordAt === 'string'
		? left.passwordAt
		: undefined;

const Question = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const { state, refresh } = useSession();
	const verified = useVerified();
	const [query] = useSearchParams();
	const location = useLocation();
	const navigate = useNavigate();
	const next = nextPath(query.get('next'));
	const trusting = useAct(async () => {
		await verified(() => call('POST /api/trusted-devices', { body: {} }), 'trust');
		// With it the offer ends, and this page leads on.
		await refresh();
	});

	if (state?.state !== 'signed-in') return null;
	const onwards = placeOf(state, next);
	const { trustOffer, verifiedAt } = state;
	const left = recoveredIn(location.state) ? ({ recovered: true } satisfies Recovered) : null;
	if (!trustOffer || verifiedAt === null) return <Navigate replace to={onwards} state={left} />;
	return (
		<>
			<EnvelopeHead
				line={<Address address={state.account.address} />}
				progress={{ step: 2, passwordAt: passwordAtOf(location.state), second: { passedAt: verifiedAt } }}
			/>
			<div className="stack">
				<StepTitle step={t('signIn.trust.title')} />
				<p className="muted" role="status">
					{t('signIn.trust.text')}
				</p>
				{trusting.problem && (
					<Note tone="error">
						<p>{say(trusting.problem)}</p>
					</Note>
				)}
				<div className="trust-choices">
					<Button busy={trusting.busy} onClick={() => trusting.run()}>
						<Icon name="device" />
						<span>
							{t('signIn.trust.yes')}
							<small>{t('signIn.trust.yesText', { days: trustOffer.days })}</small>
						</span>
					</Button>
					<Button onClick={() => void navigate(onwards, { replace: true, state: left })}>
						<Icon name="clock" />
						<span>
							{t('signIn.trust.no')}
							<small>{t('signIn.trust.noText')}</small>
						</span>
					</Button>
				</div>
				<p className="small muted">{t('signIn.trust.shared')}</p>
			</div>
		</>
	);
};

/** Both steps are passed; the one question that is asked afterwards. Who leaves it open for long confirms who they are. */
const TrustPage = () => (
	<VerificationScope>
		<Question />
	</VerificationScope>
);

export default TrustPage;
