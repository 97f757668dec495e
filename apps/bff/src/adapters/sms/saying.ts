const longest = 160;

/**
 * What a provider said, fit for a log: its code and words on one line, without any run of digits that could be a code or
 * a number. Providers do repeat what they were sent: Alibaba Cloud answers a wrong signature with the whole request.
 */
export const saying = (code: string, words = ''): string =>
	`${code} ${words}`
		.replace(/\p{Nd}{4,}/gu, '…')
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim()
		.slice(0, longest);
