import { Link } from 'react-router-dom';
import { useRead } from '../api/read.tsx';
import { useWords } from '../locales/words.tsx';
import { Tally } from '../ui/tally.tsx';
import './tile.css';

/** n of 6, and the way to them. */
export const ClientPasswordsTile = ({ twoFactor }: { twoFactor: boolean }) => {
	const { t } = useWords();
	const { data } = useRead('GET /api/client-passwords');
	const used = data?.clientPasswords.length ?? 0;
	const left = data ? data.limit - used : undefined;
	return (
		<div className="tiles">
			<Link className="sheet tile" to="/security/client-passwords">
				<h2>{t('overview.clientPasswords')}</h2>
				<p className="count numerals">
					{data && (
						<>
							{used}
							<small> / {data.limit}</small>
						</>
					)}
				</p>
				{data && <Tally used={used} limit={data.limit} />}
				<p className="small muted">
					{left !== undefined &&
						(!twoFactor && used === 0
							? t('overview.needsFactor')
							: left === 0
								? t('overview.full')
								: t('overview.more', { left }))}
				</p>
			</Link>
		</div>
	);
};
