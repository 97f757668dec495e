/** As `GET /messages` tells them. */
export interface Text {
	readonly id: number;
	/** E.164. */
	readonly to: string;
	readonly text: string;
	/** ISO 8601. */
	readonly at: string;
	readonly via: string;
}

/** Six digits that stand alone are a verification code. */
export const codeIn = (text: string): string | undefined => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];

/** +86 138 0013 8000 */
export const readable = (number: string): string => number.replace(/^(\+86)(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3 $4');
