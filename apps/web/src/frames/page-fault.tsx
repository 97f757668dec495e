import { Component, type ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { Unreachable } from '../ui/waiting.tsx';

const Apology = () => {
	const { t } = useWords();
	return (
		<Unreachable
			title={t('shell.unreachable')}
			text={t('shell.unloaded')}
			retry={t('shell.retry')}
			onRetry={() => location.reload()}
		/>
	);
};

interface PageFaultProps {
	/** What the words stand in, where nothing around them is left. */
	readonly frame?: (apology: ReactNode) => ReactNode;
	readonly children: ReactNode;
}

/** Catches what a page could not do for itself: a chunk that did not arrive, a fault of our own. */
export class PageFault extends Component<PageFaultProps, { faulty: boolean }> {
	override state = { faulty: false };

	static getDerivedStateFromError() {
		return { faulty: true };
	}

	override render() {
		const { frame, children } = this.props;
		if (!this.state.faulty) return children;
		return frame ? frame(<Apology />) : <Apology />;
	}
}
