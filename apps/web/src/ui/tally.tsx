import './tally.css';

/** So many stamps stuck on, so many places left. The numbers stand beside it in words. */
export const Tally = ({ used, limit }: { used: number; limit: number }) => (
	<span className="tally" aria-hidden="true">
		{Array.from({ length: limit }, (_, place) => place).map((place) => (
			<i key={place} className={place < used ? 'used' : undefined} />
		))}
	</span>
);
