import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const staleClients: Wording<InsideWords['staleClients']> = {
	allWebPassword: '仍在使用网页密码的邮件客户端',
	several: '无法登录的邮件客户端：{count} 个',
	probably: '{protocol}，可能是 {app}',
	'web-password': {
		title: '{address} 上的一个邮件客户端（{what}）仍在使用网页登录密码',
		text: '邮件客户端要用客户端专用密码，收件和发件两处都要更换。',
	},
	deleted: {
		title: '{address} 上的一个邮件客户端（{what}）仍在使用已删除的密码“{name}”',
		text: '请从该客户端移除账号，或换上新的客户端专用密码。',
	},
	expired: {
		title: '{address} 上的一个邮件客户端（{what}）仍在使用已过期的密码“{name}”',
		text: '请点“编辑”延长该密码的有效期，或更换密码。',
	},
	'not-allowed': {
		title: '{address} 上的一个邮件客户端（{what}）在使用密码“{name}”，但它不能用于 {protocol}',
		text: '请点“编辑”允许 {protocol}，或在客户端改用另一种账号类型。',
	},
	tries: '共 {count} 次',
	first: '首次：{since}',
	latest: '最近一次：{when}',
	safe: '您的账号没有因此被锁定。',
	cloud: {
		microsoft: '该地址属于微软：新版 Outlook 和部分手机从那里登录，请检查您的所有设备。',
		google: '该地址属于谷歌：Gmail 从那里登录，请检查您的所有设备。',
	},
	make: '生成客户端专用密码',
	makeFor: '为{app}生成专用密码',
	guide: '指南',
	guideFor: '{app}的指南',
	list: '前往客户端专用密码',
	more: '还有 {count} 个',
	unknown: '不认识它？可能有人知道了您的网页登录密码：',
	change: '更改网页登录密码',
	mended: '已没有邮件客户端使用旧密码。',
	heard: '仍在使用旧密码的邮件客户端：{count} 个',
};
