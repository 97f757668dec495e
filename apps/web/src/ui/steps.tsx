import { PassedRing, Ring } from './postmark.tsx';
import './steps.css';

interface StepsProps {
	readonly label: string;
	readonly names: readonly string[];
	/** Index of the step under way; everything before it is behind. */
	readonly current: number;
	/** The step under way is behind as well: it is the last one. */
	readonly finished: boolean;
	/** What those who listen hear of a step that is behind. */
	readonly passed: string;
}

/** Where one stands in a wizard: postmarks behind, a ring here, dashed places ahead. */
export const Steps = ({ label, names, current, finished, passed }: StepsProps) => (
	<ol className="steps" aria-label={label}>
		{names.map((name, index) => (
			<li key={name} aria-current={index === current ? 'step' : undefined}>
				{index < current || (finished && index === current) ? (
					<PassedRing label={passed} />
				) : (
					<Ring text={String(index + 1)} here={index === current} />
				)}
				<span>{name}</span>
			</li>
		))}
	</ol>
);
