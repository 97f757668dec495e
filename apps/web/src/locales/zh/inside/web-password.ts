import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const webPassword: Wording<InsideWords['webPassword']> = {
	title: '网页登录密码',
	lead: '用它和验证方式一起登录网页。邮件客户端使用客户端专用密码。',
	leadAlone: '用它登录网页。',
	change: '更改网页登录密码',
	ends: '更改后，其他浏览器会全部退出登录，信任设备也全部失效。此处保持登录。',
	current: '当前网页登录密码',
	next: '新的网页登录密码',
	hint: '至少 {least} 个字符。几个互不相关的词就是好密码，可以使用任何字符，包括空格。',
	show: '显示',
	hide: '隐藏',
	submit: '更改密码',
	underWay: { title: '正在更改密码…', text: '请不要离开此页，几秒即可完成。' },
	empty: '请输入新的网页登录密码。',
	strength: '强度',
	short: '还不够长：{count} / {least} 个字符',
	levels: { worst: '极易被猜到', poor: '很容易被猜到', weak: '仍容易被猜到', good: '不易被猜到', best: '很难被猜到' },
	done: {
		title: '网页登录密码已更改',
		text: '其他浏览器已全部退出登录，信任设备已全部失效。',
		mail: '仍在使用旧网页登录密码的邮件客户端，需要换成新密码。',
	},
	elsewhere: {
		title: '需在其他系统中更改',
		text: '该密码由所在单位的其他系统管理。',
		open: '打开更改密码的页面',
		ask: '请向服务台咨询更改方法。',
	},
};
