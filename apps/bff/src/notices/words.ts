import { hasLeft } from '@mailward/shared/departure.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Language } from '@mailward/shared/languages.ts';
import type { DetailsOf, ToldEvent } from '../activity/happening.ts';

type Means = DetailsOf<'sign-in.passed'>['means'];

/** What a notice says in one language. Names in it are what people gave, with quotation marks around them. */
export interface NoticeWords {
	/** Fixed texts: nothing that anybody typed reaches a header. */
	readonly subject: { readonly [E in ToldEvent]: string };
	/** `person`: by whom of a shared mailbox; empty where that is not known. */
	readonly happened: { readonly [E in ToldEvent]: (details: DetailsOf<E>, person: string) => string };
	readonly heading: (organisation: string, address: string) => string;
	readonly time: string;
	readonly device: string;
	readonly place: string;
	readonly person: string;
	/** `browser` and `system` may be empty. */
	readonly browserOn: (browser: string, system: string) => string;
	readonly placeAt: (place: string, address: string) => string;
	readonly atServer: string;
	readonly ifYou: string;
	readonly ifNotYou: string;
	/** In the place of time, device and what to do, where a mail app is told of. `app` may be empty. */
	readonly mailApp: {
		readonly since: string;
		readonly app: (app: string) => string;
		readonly ifYours: string;
		readonly ifNotYours: string;
	};
	readonly help: string;
	readonly automatic: string;
}

const zhKinds = {
	totp: '身份验证器',
	sms: '短信',
	wechat: '微信',
	dingtalk: '钉钉',
	passkey: '通行密钥',
	recovery: '恢复码',
} satisfies Record<FactorKind, string>;
const enKinds = {
	totp: 'Authenticator app',
	sms: 'Text message',
	wechat: 'WeChat',
	dingtalk: 'DingTalk',
	passkey: 'Passkey',
	recovery: 'Recovery code',
} satisfies Record<FactorKind, string>;
const zhMeans: Readonly<Record<Means, string>> = {
	...zhKinds,
	password: '网页登录密码',
	'trusted-device': '网页登录密码和信任设备',
};
const enMeans: Readonly<Record<Means, string>> = {
	...enKinds,
	password: 'web password',
	'trusted-device': 'web password and trusted device',
};

const zhMethod = ({ method, name }: DetailsOf<'method.added'>) => zhKinds[method] + (name === '' ? '' : `“${name}”`);
const enMethod = ({ method, name }: DetailsOf<'method.added'>) => enKinds[method] + (name === '' ? '' : ` “${name}”`);

type StaleMailApp = DetailsOf<'mail-app.stale'>;

const zhProtocols = {
	imap: 'IMAP',
	pop3: 'POP3',
	submission: 'SMTP',
	other: '其他服务',
} satisfies Record<StaleMailApp['protocol'], string>;
const enProtocols = {
	imap: 'IMAP',
	pop3: 'POP3',
	submission: 'SMTP',
	other: 'another service',
} satisfies Record<StaleMailApp['protocol'], string>;

const zhStale: Readonly<Record<StaleMailApp['reason'], (name: string, protocol: string) => string>> = {
	'web-password': (_, protocol) =>
		`一个邮件客户端仍在用网页登录密码登录您的邮箱（${protocol}），一直被拒绝。开启双因素认证后，网页登录密码不再用于邮件客户端。`,
	deleted: (name, protocol) =>
		`一个邮件客户端仍在用已删除的客户端专用密码“${name}”登录您的邮箱（${protocol}），一直被拒绝。`,
	expired: (name, protocol) =>
		`一个邮件客户端仍在用已过期的客户端专用密码“${name}”登录您的邮箱（${protocol}），一直被拒绝。`,
	'not-allowed': (name, protocol) =>
		`一个邮件客户端在用客户端专用密码“${name}”登录您的邮箱（${protocol}），而这个密码不能用于 ${protocol}，所以一直被拒绝。`,
};
const enStale: Readonly<Record<StaleMailApp['reason'], (name: string, protocol: string) => string>> = {
	'web-password': (_, protocol) =>
		`A mail app keeps trying your web password (${protocol}) and is refused. With two-factor authentication on, the web password no longer opens mail apps.`,
	deleted: (name, protocol) =>
		`A mail app keeps trying the client-specific password “${name}” (${protocol}), which has been deleted, and is refused.`,
	expired: (name, protocol) =>
		`A mail app keeps trying the client-specific password “${name}” (${protocol}), which has expired, and is refused.`,
	'not-allowed': (name, protocol) =>
		`A mail app keeps trying the client-specific password “${name}”, which is not for ${protocol}, and is refused.`,
};

const zhPerson = (name: string) => (name === '' ? '一位未填姓名的使用者' : `“${name}”`);
const enPerson = (name: string) => (name === '' ? 'a person without a name' : `“${name}”`);

const zh: NoticeWords = {
	subject: {
		'sign-in.passed': '安全提醒：新设备登录',
		'sign-in.denied': '安全提醒：一次确认请求在手机上被拒绝',
		'method.added': '安全提醒：已设置新的验证方式',
		'method.replaced': '安全提醒：已更换验证方式',
		'method.removed': '安全提醒：已移除验证方式',
		'recovery-codes.made': '安全提醒：已生成新的恢复码',
		'recovery-code.used': '安全提醒：恢复码被使用',
		'trusted-device.copied': '安全提醒：信任设备可能被复制',
		'client-password.made': '安全提醒：已生成客户端专用密码',
		'client-password.replaced': '安全提醒：已更换客户端专用密码',
		'client-password.changed': '安全提醒：已更改客户端专用密码的设置',
		'mail-app.stale': '安全提醒：有邮件客户端一直无法登录',
		'web-password.changed': '安全提醒：网页登录密码已更改',
		'set-up-code.made': '安全提醒：服务台发出了重新设置的代码',
		'person.joined': '安全提醒：公共邮箱新增使用者',
		'person.removed': '安全提醒：公共邮箱少了一位使用者',
	},
	happened: {
		'sign-in.passed': ({ means }) => `一台新设备登录了您的账号，使用的是：${zhMeans[means]}。`,
		'sign-in.denied': ({ method }) =>
			`有人以您的账号请求用${zhKinds[method]}确认。手机上选择了“不是我本人”，这次请求没有通过。知道您网页登录密码的可能另有其人。`,
		'method.added': (details) => `您的账号设置了新的验证方式：${zhMethod(details)}。`,
		'method.replaced': (details) => `您的账号更换了验证方式：${zhMethod(details)}。原来的已失效。`,
		'method.removed': (details) => `您的账号移除了验证方式：${zhMethod(details)}。`,
		'recovery-codes.made': () => '您的账号生成了一组新的恢复码。此前如有恢复码，均已失效。',
		'recovery-code.used': ({ left }) => `您的一个恢复码被使用，还剩 ${left} 个。`,
		'trusted-device.copied': () =>
			'您的一台信任设备的登录凭据被再次使用，而它早已更换过，可能有人复制了它。这台设备已不再受信任。',
		'client-password.made': ({ name }) => `您的账号生成了客户端专用密码“${name}”。`,
		'client-password.replaced': ({ name }) => `您的账号更换了客户端专用密码“${name}”。原来的已失效。`,
		'client-password.changed': ({ name }) => `您的账号更改了客户端专用密码“${name}”的用途、有效期或名称。`,
		'mail-app.stale': ({ reason, name, protocol }) => zhStale[reason](name, zhProtocols[protocol]),
		'web-password.changed': () => '您的网页登录密码已更改。其他设备上的登录和所有信任设备均已失效。',
		'set-up-code.made': () =>
			'服务台发出了一个一次性代码，持有它和网页登录密码的人可以重新设置您的验证方式。现有的验证方式在此之前仍然有效。',
		'person.joined': ({ name }) => `“${name}”成为这个公共邮箱的使用者。`,
		'person.removed': ({ name }, person) =>
			hasLeft({ name, person })
				? `${zhPerson(name)}退出了这个公共邮箱。`
				: `${zhPerson(person)}从这个公共邮箱移除了${zhPerson(name)}。`,
	},
	heading: (organisation, address) => `${organisation}：邮件账号 ${address} 的安全提醒`,
	time: '时间：',
	device: '设备：',
	place: '地点：',
	person: '使用者：',
	browserOn: (browser, system) => {
		if (browser === '') return system === '' ? '未知浏览器' : system;
		return system === '' ? browser : `${system} 上的 ${browser}`;
	},
	placeAt: (place, address) => `${place}（${address}）`,
	atServer: '由管理员在服务器上操作',
	ifYou: '如果是您本人的操作，不必理会这封邮件。',
	ifNotYou: '如果不是您本人的操作，请立即更改网页登录密码，并打开下面的页面，查看发生了什么：',
	mailApp: {
		since: '开始于：',
		app: (app) => `客户端：${app === '' ? '未知' : app}`,
		ifYours:
			'如果是您的客户端，请打开下面的页面，按说明为它设置客户端专用密码。请勿再把网页登录密码告诉任何邮件客户端。',
		ifNotYours: '如果您不认识它，请立即更改网页登录密码。',
	},
	help: '需要帮助，请联系：',
	automatic: '这封邮件由系统自动发出，请勿回复。我们从不在邮件中索要密码或验证码。',
};

const en: NoticeWords = {
	subject: {
		'sign-in.passed': 'Security notice: new device signed in',
		'sign-in.denied': 'Security notice: a request was denied on a phone',
		'method.added': 'Security notice: verification method added',
		'method.replaced': 'Security notice: verification method replaced',
		'method.removed': 'Security notice: verification method removed',
		'recovery-codes.made': 'Security notice: new recovery codes made',
		'recovery-code.used': 'Security notice: recovery code used',
		'trusted-device.copied': 'Security notice: trusted device may have been copied',
		'client-password.made': 'Security notice: client-specific password made',
		'client-password.replaced': 'Security notice: client-specific password replaced',
		'client-password.changed': 'Security notice: client-specific password changed',
		'mail-app.stale': 'Security notice: a mail app cannot sign in',
		'web-password.changed': 'Security notice: web password changed',
		'set-up-code.made': 'Security notice: the help desk gave out a set-up code',
		'person.joined': 'Security notice: new person in a shared mailbox',
		'person.removed': 'Security notice: person gone from a shared mailbox',
	},
	happened: {
		'sign-in.passed': ({ means }) => `A new device signed in to your account with: ${enMeans[means]}.`,
		'sign-in.denied': ({ method }) =>
			`Somebody asked for a confirmation by ${enKinds[method]} for your account. On the phone “It's not me” was chosen, so it was refused. Somebody else may know your web password.`,
		'method.added': (details) => `A verification method was added to your account: ${enMethod(details)}.`,
		'method.replaced': (details) =>
			`A verification method of your account was replaced: ${enMethod(details)}. The old one no longer works.`,
		'method.removed': (details) => `A verification method was removed from your account: ${enMethod(details)}.`,
		'recovery-codes.made': () =>
			'New recovery codes were made for your account. If there were earlier ones, they no longer work.',
		'recovery-code.used': ({ left }) => `One of your recovery codes was used. ${left} left.`,
		'trusted-device.copied': () =>
			'A trusted device of yours was used with a token that had been replaced before, so somebody may have copied it. The device is no longer trusted.',
		'client-password.made': ({ name }) => `A client-specific password was made for your account: “${name}”.`,
		'client-password.replaced': ({ name }) =>
			`A client-specific password of your account was replaced: “${name}”. The old one no longer works.`,
		'client-password.changed': ({ name }) =>
			`What a client-specific password of your account is for, how long it lasts or what it is called was changed: “${name}”.`,
		'mail-app.stale': ({ reason, name, protocol }) => enStale[reason](name, enProtocols[protocol]),
		'web-password.changed': () =>
			'Your web password was changed. All other sessions and all trusted devices have ended.',
		'set-up-code.made': () =>
			'The help desk gave out a one-time code. Whoever has it and your web password can set up a new verification method in place of yours. Until then, yours stay in force.',
		'person.joined': ({ name }) => `“${name}” is now one of the people of this shared mailbox.`,
		'person.removed': ({ name }, person) =>
			hasLeft({ name, person })
				? `This shared mailbox has one person fewer: ${enPerson(name)} has left.`
				: `This shared mailbox has one person fewer: ${enPerson(person)} removed ${enPerson(name)}.`,
	},
	heading: (organisation, address) => `${organisation}: security notice for the mail account ${address}`,
	time: 'When: ',
	device: 'Device: ',
	place: 'Where: ',
	person: 'Person: ',
	browserOn: (browser, system) => {
		if (browser === '') return system === '' ? 'unknown browser' : system;
		return system === '' ? browser : `${browser} on ${system}`;
	},
	placeAt: (place, address) => `${place} (${address})`,
	atServer: 'done by an administrator at the server',
	ifYou: 'If this was you, there is nothing to do.',
	ifNotYou: 'If it was not, change your web password now, and open this page to see what has happened:',
	mailApp: {
		since: 'Since: ',
		app: (app) => `Mail app: ${app === '' ? 'unknown' : app}`,
		ifYours:
			'If it is yours, open the page below and follow it to give the app a client-specific password. Never tell a mail app your web password again.',
		ifNotYours: 'If you do not know it, change your web password now.',
	},
	help: 'Help: ',
	automatic: 'This message was sent automatically; please do not reply. We never ask for a password or a code by mail.',
};

export const noticeWords: Readonly<Record<Language, NoticeWords>> = { zh, en };
