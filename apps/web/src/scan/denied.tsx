import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { RefusedRing } from '../ui/refused-ring.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { ScanHead } from './scan-head.tsx';
import type { ViewOf } from './views.ts';

/** Refused by the one who was asked. Somebody has come as far as their password, and that is what there is to do about it. */
export const Denied = ({ view }: { view: ViewOf<'denied'> }) => {
	const { t } = useWords();
	const { purpose } = view;
	return (
		<>
			<ScanHead kind={view.kind}>
				<RefusedRing />
			</ScanHead>
			<div className="stack">
				<StepTitle step={t(`scan.denied.title.${purpose}`)} />
				<Note tone="warning">
					<p>{t(`scan.denied.text.${purpose}`, { kind: t(`scan.apps.${view.kind}`) })}</p>
				</Note>
				<ButtonLink to="/security/web-password" manner="go" wide>
					{t('scan.denied.change')}
				</ButtonLink>
			</div>
		</>
	);
};
