import { useState } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { CancelLines, Postmark } from '../ui/postmark.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { ScanHead } from './scan-head.tsx';
import type { ViewOf } from './views.ts';
import { wayBack } from './way-back.ts';

/** Done here; the page that showed the code goes on, in another browser or in this one. */
export const Confirmed = ({ view }: { view: ViewOf<'confirmed'> }) => {
	const { t, times } = useWords();
	const { state } = useSession();
	const [day] = useState(() => times.postmark(serverNow()));
	const { kind, purpose, here, number } = view;
	const title = t('scan.confirmed.title');
	const { path, label } = wayBack({ kind, purpose, session: state?.state });
	return (
		<>
			<ScanHead kind={kind}>
				<Postmark fresh main={day.day} low={day.year} label={title} />
				<CancelLines fresh />
			</ScanHead>
			<div className="stack">
				<StepTitle step={title} />
				<div role="status">
					{number !== null && <p className="scan-number">{number}</p>}
					<p>
						{number === null ? t(`scan.confirmed.${here ? 'here' : 'text'}.${purpose}`) : t('scan.confirmed.number')}
					</p>
				</div>
				{here && (
					<ButtonLink to={path} manner="go" wide>
						{t(label)}
					</ButtonLink>
				)}
			</div>
		</>
	);
};
