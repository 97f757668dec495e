import { useSyncExternalStore } from 'react';

/** As in the style sheets: a phone held upright. */
const query = '(max-width: 640px)';

const subscribe = (changed: () => void) => {
	const media = matchMedia(query);
	media.addEventListener('change', changed);
	return () => media.removeEventListener('change', changed);
};

/** Whether the screen is a phone's; only for what comes in another order there, which a style sheet cannot say. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches);
