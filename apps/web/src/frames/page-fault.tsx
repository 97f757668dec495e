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

/** Catches what a page could not do for itself: a chunk that did not arrive, a fault of our own. */
export class PageFault extends Component<{ children: ReactNode }, { faulty: boolean }> {
	override state = { faulty: false };

	static getDerivedStateFromError() {
		return { faulty: true };
	}

	override render() {
		return this.state.faulty ? <Apology /> : this.props.children;
	}
}
