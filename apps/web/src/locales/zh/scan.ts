import type { ScanWords } from '../vocabulary.ts';
import type { Wording } from '../wording.ts';

const words: Wording<ScanWords> = {
	scan: {
		apps: { wechat: '微信', dingtalk: '钉钉' },
		head: '{kind}扫码确认',
		checking: '正在核对身份…',
		opening: '正在打开{kind}…',
		openingStuck: '没有反应？继续前往{kind}',
		back: { signIn: '返回登录', setUp: '返回设置', security: '返回安全概览' },
		outside: {
			title: '请用{kind}打开',
			text: '本页要通过{kind}确认您的身份，只能在{kind}中使用。',
			scan: '打开{kind}，点右上角的“+”，再点“扫\u2060一\u2060扫”。',
			scanAgain: '重新扫描另一屏幕上的二维码。',
			or: '二维码就在这部手机上？',
			copyFirst: '复制链接。',
			send: {
				wechat: '在微信中发给“文件传输助手”，或发给自己。',
				dingtalk: '在钉钉中发给自己。',
			},
			tap: '在其中点开链接，并确认。',
			comeBack: '回到这里继续。',
			link: '本页链接',
			copy: '复制链接',
			copied: '已复制',
			copyFailed: '浏览器不允许复制。链接已选中：请长按复制，或按 Ctrl+C（Mac 上按 ⌘C）。',
			rather: '返回后也可以选择其他验证方式。',
		},
		confirm: {
			title: {
				'sign-in': '是您在登录吗？',
				're-verification': '是您在更改账号设置吗？',
				'set-up': '要绑定此{kind}吗？',
			},
			text: {
				'sign-in': '该浏览器已输入网页登录密码，正在等待您确认。',
				're-verification': '有人已登录此账号，正要更改它的安全设置。',
				'set-up': '绑定后，可用此{kind}确认该账号的登录。',
			},
			account: '账号',
			browser: '浏览器',
			unknown: '未知',
			place: '地点',
			time: '时间',
			justNow: '刚刚',
			minutesAgo: '{minutes} 分钟前',
			submit: '确认',
			deny: '不是我本人',
			care: '请只确认您自己发起的操作。二维码或链接如果是别人发来的，请选“不是我本人”。',
		},
		confirmed: {
			title: '已确认',
			text: {
				'sign-in': '显示二维码的浏览器会自动继续。本页可以关闭。',
				're-verification': '显示二维码的浏览器会自动继续。本页可以关闭。',
				'set-up': '请在显示二维码的浏览器中完成设置。本页可以关闭。',
			},
			here: {
				'sign-in': '请返回登录页面，登录会从那里继续。',
				're-verification': '请返回，再次进行刚才的操作。',
				'set-up': '请返回，完成设置。',
			},
			number: '请在显示二维码的浏览器中输入这个数字，完成设置。输入之前请勿关闭本页。',
		},
		denied: {
			title: {
				'sign-in': '已拒绝登录',
				're-verification': '已拒绝更改',
				'set-up': '未绑定',
			},
			text: {
				'sign-in': '对方无法凭此二维码登录，但已经知道您的网页登录密码。请立即更改密码，更改后，已有的登录会全部结束。',
				're-verification': '没有任何更改，但有人已登录您的账号。请立即更改网页登录密码，更改后，对方会退出登录。',
				'set-up': '此{kind}没有绑定到该账号。如果账号是您的，而操作不是您发起的，请立即更改它的网页登录密码。',
			},
			change: '更改网页登录密码',
		},
		refused: {
			title: {
				'wrong-person': '这不是该账号绑定的{kind}',
				'bound-elsewhere': '此{kind}已绑定其他账号',
				'foreign-organisation': '所选的组织不对',
				'preview-mode': '{kind}正以预览方式显示本页',
				cancelled: '{kind}没有告知您的身份',
				'platform-failed': '{kind}没有响应',
			},
			text: {
				'wrong-person': '请在{kind}中切换到已绑定的账号，再重新扫码；或在显示二维码的页面选择其他登录方式。',
				'bound-elsewhere': '一个{kind}只能绑定一个账号。请先在原账号中解绑，或换用其他{kind}扫码。',
				'foreign-organisation':
					'请重试，并选择本邮件系统所属的组织。如果列表中没有，请在显示二维码的页面选择其他验证方式。',
				'preview-mode': '预览时，{kind}不会告知您的身份。请点屏幕底部的“使用完整服务”。',
				cancelled: '授权已取消，或等待过久。没有确认任何操作。请重试。',
				'platform-failed': '没有确认任何操作。请稍候重试，或在显示二维码的页面选择其他验证方式。',
			},
		},
		expired: {
			title: '此二维码已不能使用',
			text: '它已过期、已使用或已关闭。请回到显示它的页面，获取新的二维码，再扫一次。',
		},
		interrupted: {
			title: '尚未完成',
			text: '本页在返回途中中断，没有丢失任何内容。',
			action: '继续',
		},
	},
};

export default words;
