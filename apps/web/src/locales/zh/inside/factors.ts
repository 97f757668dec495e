import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const factors: Wording<InsideWords['factors']> = {
	totp: {
		name: '身份验证器',
		summary: '手机应用显示的 6 位数字，在境外或没有网络时也能使用。',
		challenge: {
			title: '输入动态口令',
			label: '身份验证器上的 6 位数字',
			hint: '动态口令每 30 秒更换一次。',
			submit: '验证',
		},
		intro: {
			title: '设置身份验证器',
			lead: '手机上的身份验证器会显示 6 位数字，每 30 秒更换一次。登录时先输入网页登录密码，再输入这 6 位数字。',
			needs: '需要准备',
			phone: '手机（请确认时间准确）',
			app: '一个身份验证器应用，例如 Microsoft Authenticator、Google Authenticator，或微信中的“腾讯身份验证器”小程序',
			minutes: '大约两分钟',
			question: '手机上是否已安装身份验证器？',
			no: '如未安装，请先安装，再回到本页。',
			submit: '已安装，生成密钥',
			resume: '继续',
		},
		connect: {
			title: '用身份验证器扫码',
			open: '在本机的身份验证器中打开',
			step1: '打开手机上的身份验证器。',
			step2: '点“添加”或“+”，再点“扫描二维码”。',
			step3: '对准这个二维码。出现下面这一行即可。',
			image: '用于身份验证器的二维码',
			other: '无法扫码',
			otherHint: '在身份验证器里选“输入设置密钥”，类型选“基于时间”。',
			account: '账号名称：{label}',
			key: '设置密钥',
			copy: '复制设置密钥',
			copied: '已复制',
			copyFailed: '浏览器不允许复制。设置密钥已选中：请按 Ctrl+C（Mac 上按 ⌘C），或长按复制。',
			secrecy: '请勿将二维码和设置密钥透露给他人。',
		},
		test: {
			title: '输入测试口令',
			lead: '核对一次身份验证器显示的动态口令后，该验证方式才会生效。',
			submit: '核对并完成',
		},
	},
};
