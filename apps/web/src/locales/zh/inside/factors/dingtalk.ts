import type { InsideWords } from '../../../vocabulary.ts';
import type { Wording } from '../../../wording.ts';

export const dingtalk: Wording<InsideWords['factors']['dingtalk']> = {
	name: '钉钉',
	setUp: '设置钉钉验证',
	summary: '用手机上的钉钉扫描二维码，并在手机上确认。',
	needed: '需要智能手机和其中的钉钉',
	inPlace: '钉钉',
	change: '更换钉钉',
	challenge: { title: '用钉钉扫码确认' },
	reasons: {
		tap: '扫码后点一下确认，无需输入',
		there: '只有本单位成员能用',
		browser: '无需另装应用，也无需记住什么',
		apps: '随后为每个邮件客户端生成专用密码',
		several: '一个钉钉对应一位使用者，手机需要联网',
	},
	intro: {
		title: '设置钉钉验证',
		lead: '登录时，输入网页登录密码后，页面会显示二维码。用手机上的钉钉扫码，并在手机上确认即可。',
		needs: '需要准备',
		phone: '手机，已登录钉钉，且您是本单位成员',
		network: '手机已联网',
		minutes: '大约 1 分钟',
		submit: '显示二维码',
		resume: '继续',
		replacing: '新的钉钉确认之前，现有的仍然有效。',
	},
	scan: { title: '用钉钉扫码' },
	restart: '显示新的二维码',
	already: '钉钉验证已设置好',
	done: {
		replaced: '钉钉已更换',
		first: '钉钉验证已设置好',
		text: '下次登录时，先输入网页登录密码，再用钉钉扫描二维码，并在手机上确认。',
	},
};
