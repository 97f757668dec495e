import type { ScanProblem } from '@mailward/shared/factors/scan-prompts.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { RefusedRing } from '../ui/refused-ring.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { ScanHead } from './scan-head.tsx';
import type { Scan } from './use-scan.ts';
import type { ViewOf } from './views.ts';

/** Whether asking the platform once more can end otherwise, with nothing changed in the app before. */
const another: Record<ScanProblem, boolean> = {
	'wrong-person': false,
	'bound-elsewhere': false,
	'foreign-organisation': true,
	'preview-mode': false,
	cancelled: true,
	'platform-failed': true,
};

/** This phone could not be the one, and why. The code it scanned stays as good as it was. */
export const Refused = ({ view, scan }: { view: ViewOf<'refused'>; scan: Scan }) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { problem } = view;
	const kind = t(`scan.apps.${view.kind}`);
	return (
		<>
			<ScanHead kind={view.kind}>
				<RefusedRing />
			</ScanHead>
			<div className="stack">
				<StepTitle step={t(`scan.refused.title.${problem}`, { kind })} />
				<p role="alert">{t(`scan.refused.text.${problem}`, { kind })}</p>
				{scan.problem && (
					<Note tone="error">
						<p>{say(scan.problem)}</p>
					</Note>
				)}
				{another[problem] && (
					<Button manner="go" wide busy={scan.busy} onClick={scan.goOn}>
						{t('shell.retry')}
					</Button>
				)}
			</div>
		</>
	);
};
