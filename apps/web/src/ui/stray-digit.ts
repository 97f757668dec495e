type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'>;

/** What takes digits itself, or means something by them. */
const takesKeys = 'input, select, textarea, audio, video, [contenteditable]:not([contenteditable="false"])';

/** Whether a key is a digit that nothing on the page is there to take. `focused`: what has the focus. */
export const isStrayDigit = (key: Key, focused: { matches(selectors: string): boolean } | null): boolean =>
	/^\d$/.test(key.key) &&
	!(key.ctrlKey || key.metaKey || key.altKey || key.isComposing || key.defaultPrevented) &&
	focused?.matches(takesKeys) !== true;
