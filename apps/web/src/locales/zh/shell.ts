import type { Words } from '../en.ts';
import type { Wording } from '../wording.ts';

export const shell: Wording<Words['shell']> = {
	home: 'Mailward 邮卫，安全概览',
	mailSystem: '邮件系统',
	navigation: '设置',
	overview: '安全概览',
	methods: '验证方式',
	clientPasswords: '客户端专用密码',
	signOut: '退出登录',
	helpDesk: '服务台',
	loading: '正在加载',
	retry: '重试',
	cancel: '取消',
	notFound: {
		title: '没有这个页面',
		text: '网址可能有误，或页面已经移走。',
		action: '前往安全概览',
	},
	unreachable: '页面未能加载',
	unloaded: '部分内容未能送达。请检查网络后重试。',
};
