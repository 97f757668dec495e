import type { ScanView } from '@mailward/shared/contract/scans.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { Authorise } from './authorise.tsx';
import { Confirm } from './confirm.tsx';
import { Confirmed } from './confirmed.tsx';
import { Denied } from './denied.tsx';
import { Expired, Interrupted } from './no-way-on.tsx';
import { Outside } from './outside.tsx';
import { Refused } from './refused.tsx';
import { type Scan, useScan } from './use-scan.ts';
import './scan-page.css';

const View = ({ view, scan }: { view: ScanView; scan: Scan }) => {
	switch (view.state) {
		case 'outside':
			return <Outside view={view} />;
		case 'authorise':
			return <Authorise view={view} />;
		case 'confirm':
			return <Confirm view={view} scan={scan} />;
		case 'confirmed':
			return <Confirmed view={view} />;
		case 'denied':
			return <Denied view={view} />;
		case 'refused':
			return <Refused key={view.problem} view={view} scan={scan} />;
		case 'expired':
			return <Expired />;
	}
};

/** What a phone shows that has scanned a code. Nobody is signed in there, and what it needs is all on this page. */
const ScanPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const scan = useScan();
	const { view, problem } = scan;
	if (view) return <View view={view} scan={scan} />;
	if (problem) {
		return (
			<Unreachable title={t('shell.unreachable')} text={say(problem)} retry={t('shell.retry')} onRetry={scan.goOn} />
		);
	}
	if (scan.interrupted) return <Interrupted onGoOn={scan.goOn} />;
	return <Waiting text={t(scan.isBack ? 'scan.checking' : 'shell.loading')} />;
};

export default ScanPage;
