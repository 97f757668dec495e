/** An internal app as the developer console shows it. */
export interface DingtalkApp {
	readonly clientId: string;
	readonly clientSecret: string;
	/** 重定向 URL: the whole address, compared as it is. */
	readonly redirectUrl: string;
}
