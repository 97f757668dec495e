/// <reference lib="dom" />

const drawings = {
	messages: '<path d="M4 5.5h16v11H10l-4 3v-3H4z"/><path d="M8 9.5h8M8 12.5h5"/>',
	scanner: '<path d="M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M4 12h16"/>',
	wechat:
		'<path d="M15.9 9A6.6 5.6 0 1 0 5.6 14.2L5 17l2.9-1.4q.8.2 1.6.2"/><path d="M21 14.6a5.4 4.6 0 1 0-2.3 3.7l2 .9-.5-2.1q.8-1.2.8-2.5z"/>',
	dingtalk:
		'<path d="M5 4.5c4.6 1.7 8.8 3 13.4 4.6q1 .5.6 1.5L17.3 14h2.2L12 21l1.6-4.6h-2.1l.9-2.2c-2.6.1-4.7-1.2-5.8-3.7 1.5.5 2.8.8 4.2.8Q6.2 9 5 4.5z"/>',
	browser: '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17"/>',
	close: '<path d="m6 6 12 12M18 6 6 18"/>',
} as const;

export type IconName = keyof typeof drawings;

/** On a 24 grid, 1.6 line. Words stand beside it, so it is hidden from those who listen. */
export const icon = (name: IconName): Node => {
	const template = document.createElement('template');
	template.innerHTML = `<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawings[name]}</svg>`;
	return template.content;
};
