export const times = {
	today: 'today at {time}',
	yesterday: 'yesterday at {time}',
	dayToday: 'Today',
	dayYesterday: 'Yesterday',
	countdown: '{minutes} min {seconds} s',
	seconds: '{seconds} s',
	ahead: { minutes: '{minutes} min {seconds} s fast', seconds: '{seconds} s fast' },
	behind: { minutes: '{minutes} min {seconds} s slow', seconds: '{seconds} s slow' },
} as const;
