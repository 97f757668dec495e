import type { ProfileWords } from '../vocabulary.ts';
import type { Wording } from '../wording.ts';

const words: Wording<ProfileWords> = {
	profile: {
		head: '自动设置',
		ready: {
			title: '在此设备上设置邮件',
			account: '账号',
			organisation: '来自',
			name: '密码名称',
			until: '链接有效至',
			lead: '将下载一个描述文件，其中包含“邮件”所需的全部设置。随后请在系统设置中安装：',
			submit: '下载描述文件',
			once: '只能下载一次。',
		},
		steps: {
			iphone: {
				allow: '点“下载描述文件”，再点“允许”。',
				open: '打开“设置”，点顶部的“已下载描述文件”。没有时，点“通用”>“VPN 与设备管理”。',
				install: '点“安装”，并输入设备密码。',
				unsigned: '如显示“未签名”或出现警告：描述文件来自本页，请继续点“安装”。',
				look: '打开“邮件”，账号已添加好。',
			},
			mac: {
				allow: '点“下载描述文件”；如无反应，请打开已下载的文件。',
				open: '打开“系统设置”，搜索“描述文件”或“设备管理”。',
				install: '双击已下载的描述文件，点“安装”。',
				unsigned: '如显示“未签名”或出现警告：描述文件来自本页，请继续点“安装”。',
				look: '打开“邮件”，账号已添加好。',
			},
		},
		inside: {
			title: '请用 Safari 打开本页',
			text: '描述文件只能在 Safari 中下载。请打开此窗口的菜单，选“在 Safari 中打开”，或复制链接。',
		},
		elsewhere: {
			title: '这是 iPhone、iPad 或 Mac 吗？',
			text: '看起来不是。请在要设置的设备上打开链接；在这里下载会用掉它。',
		},
		copy: '复制链接',
		copied: '已复制',
		copyFailed: '浏览器不允许复制。请复制本页的地址。',
		sent: {
			title: '现在请安装',
			text: '描述文件正在下载。请在系统设置中继续：',
			nothing: '没有下载？该链接已用掉，请在显示它的页面上点“生成新链接”。',
			onward: '已安装？查看邮件是否可用',
			old: '以前添加过此账号？请在“邮件”设置中删除旧账号，否则它会继续要求输入密码。',
		},
		gone: {
			title: '该链接无法再使用',
			text: '它已使用过、已过期，或已被新链接取代。',
			how: '请回到显示链接的页面，点“生成新链接”。如果那个页面已关闭：请登录，打开客户端专用密码，点“新建密码”，再选您的设备。',
			signIn: '在这里登录',
		},
	},
};

export default words;
