import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Ring } from '../ui/postmark.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { ScanHead } from './scan-head.tsx';

/** Nothing to do with this code any more. */
export const Expired = () => {
	const { t } = useWords();
	return (
		<>
			<ScanHead>
				<Ring text="" />
			</ScanHead>
			<div className="stack">
				<StepTitle step={t('scan.expired.title')} />
				<p role="alert">{t('scan.expired.text')}</p>
			</div>
		</>
	);
};

/** Back from the platform with nothing to go by. The person goes on themselves, so that no two pages send a phone in circles. */
export const Interrupted = ({ onGoOn }: { onGoOn: () => void }) => {
	const { t } = useWords();
	return (
		<>
			<ScanHead>
				<Ring here text="?" />
			</ScanHead>
			<div className="stack">
				<StepTitle step={t('scan.interrupted.title')} />
				<p className="muted">{t('scan.interrupted.text')}</p>
				<Button manner="go" wide onClick={onGoOn}>
					{t('scan.interrupted.action')}
				</Button>
			</div>
		</>
	);
};
