import { useState } from 'react';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogEnds } from '../ui/dialog.tsx';
import { Drawing as Icon } from '../ui/drawing.tsx';
import type { Drawing, Values } from './guide.ts';
import './drawing/drawing.css';
import './enlargeable.css';

/** A drawing of a program. Pressing it, anywhere, shows it large. */
export const Enlargeable = ({ drawing, values }: { drawing: Drawing; values: Values }) => {
	const { t } = useWords();
	const [large, setLarge] = useState(false);
	const description = t(drawing.description);
	return (
		<div className="enlargeable">
			<div className="drawn-sheet" role="img" aria-label={description}>
				{drawing.draw(values)}
			</div>
			<button
				type="button"
				aria-label={t('mailGuides.enlargeNamed', { drawing: description })}
				onClick={() => setLarge(true)}
			>
				<span>
					<Icon small>
						<path d="M14 4.5h5.5V10M10 19.5H4.5V14M19 5l-6 6M5 19l6-6" />
					</Icon>
				</span>
			</button>
			{large && (
				<Dialog title={description} onClose={() => setLarge(false)}>
					<div className="drawn-sheet large" role="img" aria-label={description}>
						{drawing.draw(values)}
					</div>
					<DialogEnds>
						<Button manner="go" onClick={() => setLarge(false)}>
							{t('mailGuides.close')}
						</Button>
					</DialogEnds>
				</Dialog>
			)}
		</div>
	);
};
