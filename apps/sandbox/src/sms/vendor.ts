import type { Faults } from '../faults.ts';
import type { TextInbox } from './text-inbox.ts';

/** What each vendor of the sandbox is made of. */
export interface Vendor<Account> {
	/** Its one customer. */
	readonly account: Account;
	readonly inbox: TextInbox;
	readonly faults: Faults;
	/** Milliseconds since the epoch, by the same clock as the server that sends. */
	readonly now: () => number;
}

/** Of a vendor whose SDK signs. */
export interface SdkVendor<Account> extends Vendor<Account> {
	/**
	 * Milliseconds since the epoch, where it is not `now`: SDKs stamp their requests with the machine's own time and cannot
	 * be told otherwise.
	 */
	readonly machineTime?: () => number;
}

/** The text that the vendors have approved, filled. */
export const approvedText = (signName: string, code: string, minutes: string) =>
	`【${signName}】验证码 ${code}，${minutes} 分钟内有效，请勿告诉他人。`;

/** Mainland mobile numbers without the country's code. */
export const isMainlandMobile = (number: string) => /^1[3-9]\d{9}$/.test(number);
