import './strength-bar.css';

/** Five steps of strength, 0 to 4. The word for it stands beside it. */
export const StrengthBar = ({ level }: { level: number | undefined }) => (
	<span className="strength-bar" data-level={level} aria-hidden="true">
		{[0, 1, 2, 3, 4].map((step) => (
			<i key={step} className={level !== undefined && step <= level ? 'reached' : undefined} />
		))}
	</span>
);
