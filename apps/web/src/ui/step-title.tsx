import { type ReactNode, useEffect, useRef } from 'react';

/** True once a first screen has stood: the next one is a change that must be told, the first one is not. */
let arrived = false;

interface StepTitleProps {
	/** What the window is called: "Step · Mailward 邮卫". */
	readonly step: string;
	/** Where the heading says more than the window's title. */
	readonly children?: string;
}

/** At the size of a heading a line that ends in "one-" looks broken off: what is hyphenated stays together where it fits. */
const whole = (text: string): ReactNode =>
	text.split(/(\S+-\S+)/).map((part, at) =>
		at % 2 === 0 ? (
			part
		) : (
			<span key={part} className="whole">
				{part}
			</span>
		),
	);

/** The heading of a step. When one step follows another it takes the focus and the page returns to its top. */
export const StepTitle = ({ step, children }: StepTitleProps) => {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		document.title = `${step} · Mailward 邮卫`;
	}, [step]);
	useEffect(() => {
		if (arrived) {
			window.scrollTo(0, 0);
			heading.current?.focus({ preventScroll: true });
		}
		arrived = true;
	}, []);
	return (
		<h1 ref={heading} tabIndex={-1}>
			{whole(children ?? step)}
		</h1>
	);
};
