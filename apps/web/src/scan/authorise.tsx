import { useWords } from '../locales/words.tsx';
import type { ViewOf } from './views.ts';

/** On its way to the platform. The link is for browsers that were kept from going there by themselves. */
export const Authorise = ({ view }: { view: ViewOf<'authorise'> }) => {
	const { t } = useWords();
	const kind = t(`scan.apps.${view.kind}`);
	return (
		<div className="waiting scan-leaving">
			<p role="status">{t('scan.opening', { kind })}</p>
			<p className="late">
				<a className="button quiet" href={view.url}>
					{t('scan.openingStuck', { kind })}
				</a>
			</p>
		</div>
	);
};
