import type { InsideWords } from '../../../vocabulary.ts';
import type { Wording } from '../../../wording.ts';

export const scan: Wording<InsideWords['factors']['scan']> = {
	step1: '打开手机上的{kind}。',
	step2: '点右上角的“+”，再点“扫\u2060一\u2060扫”。',
	step3: '核对手机上显示的内容，然后确认。',
	image: '用于{kind}的二维码',
	expiresIn: '{left}后过期',
	expired: '二维码已过期',
	renew: '显示新的二维码',
	state: {
		waiting: '等待手机扫码',
		opened: '已扫码，请在手机上确认。',
		confirmed: '已在手机上确认',
	},
	by: '确认的手机：{phone}',
	goingOn: '正在继续…',
	retry: '重试',
	finish: '完成',
	finishText: '今后将由它确认您的登录。如果不是您的，请返回并重新开始。',
	number: {
		label: '手机上显示的 2 位数字',
		hint: '今后将由这部手机确认您的登录。手机上没有数字，说明确认的不是它：请显示新的二维码。',
		missing: '请输入手机上显示的 2 位数字。',
	},
	denied: {
		title: '已在手机上拒绝',
		text: '有人在手机上选择了“不是我本人”。如果是误点，请显示新的二维码并重新确认。',
		warning: '如果不清楚是谁，请更改网页登录密码。',
	},
	problem: {
		'wrong-person': '该{kind}不是此账号所绑定的。请用已绑定的重新扫码。',
		'bound-elsewhere': '该{kind}已绑定其他账号。请先在那里解绑，或用另一个{kind}重新扫码。',
		'foreign-organisation': '该{kind}使用的是其他组织的身份。请重新扫码，并选择此邮箱所属的组织。',
		'preview-mode': '{kind}仅显示了预览页面，无法确认身份。请在手机上点“使用完整服务”，然后确认。',
		cancelled: '{kind}未获准提供身份。请重新扫码并同意。',
		'platform-failed': '{kind}暂时没有响应。请稍后重新扫码，或选择其他方式。',
	},
	here: {
		title: '{kind}就在这部手机上？',
		inside: '当前已在{kind}中，可直接在这里确认。',
		open: '在此{kind}中确认',
		text: '那就不必扫码：在{kind}中打开链接即可。',
		copyFirst: '复制链接。',
		send: {
			wechat: '在微信中发给“文件传输助手”，或发给自己。',
			dingtalk: '在钉钉中发给自己。',
		},
		tap: '在其中点开链接，并确认。',
		comeBack: '回到这里。',
		link: '用{kind}打开的链接',
		copy: '复制链接',
		copied: '已复制',
		copyFailed: '浏览器不允许复制。链接已选中：请长按复制，或按 Ctrl+C（Mac 上按 ⌘C）。',
	},
	elsewhere: {
		title: '{kind}在另一部手机上？',
		text: '请用它扫描这个二维码。',
	},
};
