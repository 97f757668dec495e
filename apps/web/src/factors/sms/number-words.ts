/** A number in E.164 as people read it: `+8613800138000` as `+86 138 0013 8000`; others as they are. */
export const readableNumber = (number: string): string =>
	number.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, '+86 $1 $2 $3').replaceAll(' ', '\u00a0');
