/** What SMPP and webhook gateways send; the cloud providers fill their own, approved template. */
export const defaultText = '验证码 {code}，{minutes} 分钟内有效，请勿告诉他人。Your verification code. Never share it.';

/** What one text message carries in UCS-2; a longer one arrives, and is paid for, in parts. */
const longest = 70;

const placeholders = /\{(code|minutes)\}/g;

export const fillText = (text: string, { code, minutes }: { readonly code: string; readonly minutes: number }) =>
	text.replace(placeholders, (_, name: string) => (name === 'code' ? code : String(minutes)));

/** In words for the administrator; undefined where there is none. */
export const textProblem = (text: string): string | undefined => {
	if (!text.includes('{code}')) return 'MAILWARD_SMS_TEXT must say where the {code} goes';
	return fillText(text, { code: '000000', minutes: 10 }).length > longest
		? `MAILWARD_SMS_TEXT must fit into ${longest} characters with its code`
		: undefined;
};
