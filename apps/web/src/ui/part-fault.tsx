import { Component, type ReactNode } from 'react';

interface PartFaultProps {
	/** What stands in the place of the part that is missing. */
	readonly instead: ReactNode;
	readonly children: ReactNode;
}

/** Keeps the fault of one part of a page (a chunk that did not arrive) from taking the rest with it. */
export class PartFault extends Component<PartFaultProps, { faulty: boolean }> {
	override state = { faulty: false };

	static getDerivedStateFromError() {
		return { faulty: true };
	}

	override render() {
		return this.state.faulty ? this.props.instead : this.props.children;
	}
}
