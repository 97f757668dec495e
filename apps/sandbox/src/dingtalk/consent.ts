import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { languageOf, type Wording } from '../languages.ts';
import { platformPage } from '../platform-page.ts';
import type { DingtalkApp } from './dingtalk-app.ts';
import { type DingtalkPerson, dingtalkPersonCookie, dingtalkPersonOf } from './people.ts';

export const dingtalkLoginPath = '/oauth2/auth';

/** What somebody agreed to. */
export interface ConsentRequest {
	readonly clientId: string;
	readonly person: string;
	readonly corpId: string | undefined;
}

const words = {
	title: { zh: '钉钉登录', en: 'DingTalk sign-in' },
	asks: { zh: '邮卫 Mailward 申请以下权限', en: 'Mailward asks for' },
	knows: { zh: '获取您的个人信息', en: 'Who you are' },
	as: { zh: '您是：', en: 'You are: ' },
	organisation: { zh: '选择要登录的组织', en: 'Choose the organisation to sign in with' },
	agree: { zh: '同意', en: 'Agree' },
	cancel: { zh: '取消', en: 'Cancel' },
	unknownApp: { zh: '应用不存在', en: 'There is no such app' },
	malformed: { zh: '请求参数错误', en: 'The parameters of the address are not right' },
	foreignAddress: {
		zh: '重定向 URL 未在开发者后台登记',
		en: 'The redirect URL is not registered in the developer console',
	},
} as const satisfies Record<string, Wording>;

const scopes = ['openid', 'openid corpid'];

const consentPage = (language: keyof Wording, person: DingtalkPerson, choosesOrganisation: boolean) =>
	platformPage(
		language,
		words.title[language],
		html`<h1>${words.asks[language]}</h1>
			<p>${words.knows[language]}</p>
			<p class="muted">${words.as[language]}${person.name[language]}</p>
			<form method="post">
				${
					choosesOrganisation
						? html`<fieldset>
							<legend>${words.organisation[language]}</legend>
							${person.organisations.map(
								({ corpId, name }, index) =>
									html`<label
										><input type="radio" name="corpId" value="${corpId}" ${index === 0 ? 'checked' : ''} />${
											name[language]
										}</label
									>`,
							)}
						</fieldset>`
						: ''
				}
				<button class="go" name="decision" value="agree">${words.agree[language]}</button>
				<button name="decision" value="cancel">${words.cancel[language]}</button>
			</form>`,
	);

/**
 * The page on which somebody with DingTalk chooses an organisation and agrees, or does not. `consented` makes the code
 * that the phone is sent back with, under the name `authCode`.
 */
export const createConsent = (app: DingtalkApp, consented: (request: ConsentRequest) => string): Hono => {
	const pages = new Hono();

	const problemOf = (query: Record<string, string>): keyof typeof words | undefined => {
		if (query.client_id !== app.clientId) return 'unknownApp';
		if (query.redirect_uri !== app.redirectUrl) return 'foreignAddress';
		const wellFormed =
			query.response_type === 'code' && query.prompt === 'consent' && scopes.includes(query.scope ?? '');
		return wellFormed ? undefined : 'malformed';
	};
	const personAt = (context: Context) => dingtalkPersonOf(getCookie(context, dingtalkPersonCookie));

	pages.use(dingtalkLoginPath, async (context, next) => {
		const problem = problemOf(context.req.query());
		if (problem === undefined) return next();
		const language = languageOf(context);
		const content = html`<h1>${words[problem][language]}</h1>`;
		return context.html(platformPage(language, words.title[language], content), 400);
	});

	pages.get(dingtalkLoginPath, (context) =>
		context.html(consentPage(languageOf(context), personAt(context), context.req.query('scope') === 'openid corpid')),
	);

	pages.post(dingtalkLoginPath, async (context) => {
		const { state = '', scope } = context.req.query();
		const { decision, corpId } = await context.req.parseBody();
		const person = personAt(context);
		const chosen = person.organisations.find((organisation) => organisation.corpId === corpId);
		const returnTo = new URL(app.redirectUrl);
		if (decision === 'agree') {
			const asked = scope === 'openid corpid';
			const organisation = asked ? (chosen ?? person.organisations[0]).corpId : undefined;
			const code = consented({ clientId: app.clientId, person: person.id, corpId: organisation });
			returnTo.searchParams.set('authCode', code);
		} else {
			returnTo.searchParams.set('error', 'access_denied');
		}
		returnTo.searchParams.set('state', state);
		return context.redirect(returnTo.href);
	});
	return pages;
};
