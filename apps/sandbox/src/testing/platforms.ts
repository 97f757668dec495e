import { campus, dingtalkPeople, dingtalkPersonCookie } from '../dingtalk/people.ts';
import { userAgents } from '../phone/apps.ts';
import { wechatPeople, wechatPersonCookie } from '../wechat/people.ts';

/** Somebody whose phone is sent to a platform, and what they do there. */
export interface Person {
	readonly id: string;
	/** What the provider is to say of them. */
	readonly identity: { readonly subject: string; readonly name: string };
	/** The organisation they choose. */
	readonly corpId?: string;
	readonly decision?: 'agree' | 'cancel';
}

/** With what a phone comes back to the portal. */
type Returned =
	| { readonly address: string; readonly state: string; readonly code: string | undefined }
	| { readonly refused: true; readonly code?: never };

const returnedBy = (response: Response, codeName: string): Returned => {
	const location = response.headers.get('location');
	if (location === null) return { refused: true };
	const { origin, pathname, searchParams } = new URL(location);
	return {
		address: `${origin}${pathname}`,
		state: searchParams.get('state') ?? '',
		code: searchParams.get(codeName) ?? undefined,
	};
};

const [lin, chen, , , preview] = wechatPeople;
const [dingtalkLin, dingtalkChen, , guest] = dingtalkPeople;

const wecom = `${userAgents.wechat} wxwork/4.1.22`;

/** Goes where the portal sends phones; WeChat asks its people nothing. */
const visitWechat = async (url: string, { id }: Person): Promise<Returned> => {
	const headers = { 'User-Agent': userAgents.wechat, Cookie: `${wechatPersonCookie}=${id}` };
	return returnedBy(await fetch(url, { headers, redirect: 'manual' }), 'code');
};

const visitDingtalk = async (url: string, { id, corpId = '', decision = 'agree' }: Person): Promise<Returned> => {
	const headers = { 'User-Agent': userAgents.dingtalk, Cookie: `${dingtalkPersonCookie}=${id}` };
	const page = await fetch(url, { headers });
	if (!page.ok) return { refused: true };
	const body = new URLSearchParams({ corpId, decision });
	return returnedBy(await fetch(url, { method: 'POST', headers, body, redirect: 'manual' }), 'authCode');
};

const wechat = {
	kind: 'wechat' as const,
	secretSetting: 'MAILWARD_WECHAT_APP_SECRET',
	apiSetting: 'MAILWARD_WECHAT_API_ORIGIN',
	ownBrowser: userAgents.wechat,
	otherBrowsers: [userAgents.dingtalk, userAgents.browser, wecom],
	visit: visitWechat,
	people: {
		own: { id: lin.id, identity: { subject: lin.openid, name: '' } },
		other: { id: chen.id, identity: { subject: chen.openid, name: '' } },
		preview: { id: preview.id, identity: { subject: '', name: '' } },
	} satisfies Record<string, Person>,
};

const dingtalkPerson = ({ id, unionId, nick }: (typeof dingtalkPeople)[number], corpId: string): Person => ({
	id,
	identity: { subject: unionId, name: nick },
	corpId,
});

const dingtalk = {
	kind: 'dingtalk' as const,
	secretSetting: 'MAILWARD_DINGTALK_CLIENT_SECRET',
	apiSetting: 'MAILWARD_DINGTALK_API_ORIGIN',
	ownBrowser: userAgents.dingtalk,
	otherBrowsers: [userAgents.wechat, userAgents.browser, wecom],
	visit: visitDingtalk,
	people: {
		own: dingtalkPerson(dingtalkLin, campus.corpId),
		other: dingtalkPerson(dingtalkChen, campus.corpId),
		/** Of ours, and of another organisation, which they choose. */
		elsewhere: dingtalkPerson(dingtalkChen, dingtalkChen.organisations[1].corpId),
		guest: dingtalkPerson(guest, guest.organisations[0].corpId),
	} satisfies Record<string, Person>,
};

export const platforms = [wechat, dingtalk] as const;
