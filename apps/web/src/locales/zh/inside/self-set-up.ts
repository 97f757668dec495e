import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const selfSetUp: Wording<InsideWords['selfSetUp']> = {
	kicker: '自动设置',
	title: { iphone: '请在 iPhone 或 iPad 上打开', 'mac-mail': '请在 Mac 上打开' },
	lead: '链接十分钟内有效，只能使用一次。密码在设备获取时才生成，任何人都看不到。',
	here: { iphone: '您正在用这台 iPhone 或 iPad？', 'mac-mail': '您正在用这台 Mac？' },
	open: { iphone: '设置这台 iPhone 或 iPad', 'mac-mail': '设置这台 Mac' },
	elsewhere: '在另一台设备上',
	step1: '打开 iPhone 或 iPad 的相机，对准二维码。',
	step1Mac: '在要设置的 Mac 上用浏览器打开链接。',
	step2: '轻点出现的链接，按那里的说明操作。',
	step2Mac: '按那里的说明操作。',
	step3: '可保持本页打开，也可稍后返回：邮件可用后，这里会显示。',
	copy: '复制链接',
	copyFailed: '浏览器不允许复制。链接已选中：请长按复制，或按 Ctrl+C（Mac 上按 ⌘C）。',
	image: '设置链接的二维码',
	left: '{left}后过期',
	expired: '链接已过期',
	used: '如需再次显示二维码，请生成新链接，原链接随即失效。',
	renew: '生成新链接',
	waiting: '等待设备',
	byHand: '改为手动设置',
	fetched: {
		title: '设备已获取设置',
		text: '还需要在设备上安装，之后即可收发邮件。',
		iphone:
			'在 iPhone 或 iPad 上：打开“设置”，点顶部的“已下载描述文件”，再点“安装”。没有时，点“通用”>“VPN 与设备管理”。',
		'mac-mail': '在 Mac 上：打开“系统设置”，搜索“描述文件”或“设备管理”，双击该描述文件，再点“安装”。',
		nothing: '那里没有收到？',
		instead: '新链接会生成新密码，取代这一个。',
		remove: '以前添加过此账号？请在“邮件”设置中删除旧账号，否则它会继续要求输入密码。',
	},
};
