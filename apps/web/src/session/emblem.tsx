import './emblem.css';

/** The organisation's own slot: a postage stamp. Until it has an emblem of its own, a university gate. */
export const Emblem = () => (
	<span className="stamp">
		<svg viewBox="0 0 36 36" aria-hidden="true">
			<path d="M4 31.5h28M7 31.5V14.5M11.5 31.5V14.5M24.5 31.5V14.5M29 31.5V14.5M5 14.5h26M8 10.5h20l2 4H6zM18 4v6.5M18 4.5h5.5v3.2H18M15 31.5V22a3 3 0 0 1 6 0v9.5" />
		</svg>
	</span>
);
