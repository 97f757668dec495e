import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const overview: Wording<InsideWords['overview']> = {
	title: '安全概览',
	on: '双因素认证已启用',
	onText: '网页登录用密码加一种验证方式，邮件客户端只接受客户端专用密码。',
	off: '双因素认证未启用',
	offText: '启用后，仅凭泄露的密码无法在网页或邮件客户端中打开您的邮箱。',
	markLabel: '双因素认证设置于 {day}',
	offMark: '未启用',
	requiredFrom: {
		title: '管理员要求启用双因素认证，生\u2060效\u2060日\u2060期：{day}',
		text: '请在此之前完成设置。从当天起，登录后须先完成设置，邮件客户端也需使用客户端专用密码。',
	},
	codeUsed: {
		title: '您使用了一个恢复码，还剩 {left} 个',
		text: '如果手机已丢失，请更换或移除其中的验证方式，以免被他人使用。',
		act: '更换或移除',
	},
	mailApps: {
		title: '邮件客户端不再接受网页登录密码',
		text: '您还没有客户端专用密码，电脑和手机上的邮件客户端无法收发邮件。',
		make: '生成客户端专用密码',
		none: '我不用邮件客户端',
	},
	noCodes: {
		title: '您还没有恢复码',
		text: '手机丢失时，用恢复码即可登录，无需找服务台。',
		act: '生成恢复码',
	},
	fewCodes: {
		title: '恢复码只剩 {count} 个',
		text: '请在用完之前重新生成。',
		act: '重新生成',
	},
	recoveryCodes: '恢复码',
	codesLeft: '还剩 {count} 个',
	codesNone: '还没有',
	clientPasswords: '客户端专用密码',
	more: '还可生成 {left} 个',
	full: '已全部使用',
	needsFactor: '启用双因素认证后可用',
	trustedDevices: '信任设备',
	latest: '最近：{when}',
	devicesNone: '没有，每次登录都需验证',
	devicesOff: '管理员未允许',
	people: '使用者',
	unread: '未能加载',
	invited: '已邀请 {count} 位',
	peopleText: '每位用自己的验证方式登录',
};
