import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { IdentityProvider } from '../../scans/identity-provider.ts';
import { second } from '../../time/clock.ts';
import { createDingtalkProvider, type DingtalkSettings } from './dingtalk-provider.ts';
import type { Deadline } from './platform-request.ts';
import { createWechatProvider, type WechatSettings } from './wechat-provider.ts';

/** The platforms that are configured. */
export interface ScanSettings {
	readonly wechat: WechatSettings | undefined;
	readonly dingtalk: DingtalkSettings | undefined;
}

/** The environment variable of a setting; an origin has a value where none is given. */
interface Source {
	readonly name: string;
	readonly standard?: string;
}
type Sources<T> = { readonly [Key in keyof T]: Source };

const wechatSources: Sources<WechatSettings> = {
	appId: { name: 'MAILWARD_WECHAT_APP_ID' },
	appSecret: { name: 'MAILWARD_WECHAT_APP_SECRET' },
	authoriseOrigin: { name: 'MAILWARD_WECHAT_AUTHORISE_ORIGIN', standard: 'https://open.weixin.qq.com' },
	apiOrigin: { name: 'MAILWARD_WECHAT_API_ORIGIN', standard: 'https://api.weixin.qq.com' },
};

const dingtalkSources: Sources<DingtalkSettings> = {
	clientId: { name: 'MAILWARD_DINGTALK_CLIENT_ID' },
	clientSecret: { name: 'MAILWARD_DINGTALK_CLIENT_SECRET' },
	corpId: { name: 'MAILWARD_DINGTALK_CORP_ID' },
	loginOrigin: { name: 'MAILWARD_DINGTALK_LOGIN_ORIGIN', standard: 'https://login.dingtalk.com' },
	apiOrigin: { name: 'MAILWARD_DINGTALK_API_ORIGIN', standard: 'https://api.dingtalk.com' },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets are sent there, so only this machine is spoken to without TLS. */
const isOrigin = (text: string): boolean =>
	URL.parse(text)?.origin === text && /^(https:|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$)/.test(text);

const problemWith = ({ name, standard }: Source, value: string): string | undefined => {
	if (value === '') return `${name} is missing`;
	if (standard !== undefined && !isOrigin(value)) return `${name} must be an origin: https://HOST, no path`;
	return undefined;
};

/** A platform with none of its own settings is not wanted; with some, the others are missing. */
const read = <T extends object>(sources: Sources<T>, environment: Environment, problems: string[]): T | undefined => {
	const entries = Object.entries<Source>(sources);
	const wanted = entries.some(([, { name, standard }]) => standard === undefined && environment[name]);
	if (!wanted) return undefined;
	const values = entries.map(([key, source]) => {
		const value = environment[source.name] || (source.standard ?? '');
		const problem = problemWith(source, value);
		if (problem !== undefined) problems.push(problem);
		return [key, value];
	});
	return Object.fromEntries(values) as T;
};

/** `problems` names each setting that is missing or wrong, in the words of `ConfigProblem`; `platforms` counts without any. */
export const readScanSettings = (
	environment: Environment,
): { platforms: ScanSettings; problems: readonly string[] } => {
	const problems: string[] = [];
	const platforms = {
		wechat: read(wechatSources, environment, problems),
		dingtalk: read(dingtalkSources, environment, problems),
	};
	return { platforms, problems };
};

/** People wait for it with the phone in their hand. */
const patience = 8 * second;

/** The providers of the platforms that are configured. */
export const createIdentityProviders = (
	{ wechat, dingtalk }: ScanSettings,
	deadline: Deadline = () => AbortSignal.timeout(patience),
): Partial<Record<ScanKind, IdentityProvider>> => ({
	...(wechat !== undefined && { wechat: createWechatProvider(wechat, deadline) }),
	...(dingtalk !== undefined && { dingtalk: createDingtalkProvider(dingtalk, deadline) }),
});
