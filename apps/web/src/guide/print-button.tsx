import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

export const PrintButton = () => {
	const { t } = useWords();
	return (
		<Button onClick={() => window.print()}>
			<Icon name="print" small />
			{t('guide.print')}
		</Button>
	);
};
