import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';

/** While the device asks for its person: some browsers show that elsewhere, or not at all. */
export const DeviceAsked = ({ onCancel }: { onCancel: () => void }) => {
	const { t } = useWords();
	return (
		<>
			<p className="small muted" role="status">
				{t('signIn.passkeyWaiting')}
			</p>
			<Button wide onClick={onCancel}>
				{t('signIn.passkeyCancel')}
			</Button>
		</>
	);
};
