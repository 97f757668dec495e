import type { InsideWords } from '../../../vocabulary.ts';
import type { Wording } from '../../../wording.ts';

export const wechat: Wording<InsideWords['factors']['wechat']> = {
	name: '微信',
	setUp: '设置微信验证',
	summary: '用手机上的微信扫描二维码，并在手机上确认。',
	needed: '需要智能手机和其中的微信',
	inPlace: '微信',
	change: '更换微信',
	challenge: { title: '用微信扫码确认' },
	reasons: {
		tap: '扫码后点一下确认，无需输入',
		there: '手机上通常已有',
		browser: '无需另装应用，也无需记住什么',
		apps: '随后为每个邮件客户端生成专用密码',
		several: '一个微信对应一位使用者，手机需要联网',
	},
	intro: {
		title: '设置微信验证',
		lead: '登录时，输入网页登录密码后，页面会显示二维码。用手机上的微信扫码，并在手机上确认即可。',
		needs: '需要准备',
		phone: '手机，已登录您本人的微信',
		network: '手机已联网',
		minutes: '大约 1 分钟',
		submit: '显示二维码',
		resume: '继续',
		replacing: '新的微信确认之前，现有的仍然有效。',
	},
	scan: { title: '用微信扫码' },
	restart: '显示新的二维码',
	already: '微信验证已设置好',
	done: {
		replaced: '微信已更换',
		first: '微信验证已设置好',
		text: '下次登录时，先输入网页登录密码，再用微信扫描二维码，并在手机上确认。',
	},
};
