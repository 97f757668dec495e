import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const shell: Wording<InsideWords['shell']> = {
	skip: '跳到正文',
	navigation: '设置',
	menu: '菜单',
	overview: '安全概览',
	methods: '验证方式',
	people: '使用者',
	clientPasswords: '客户端专用密码',
	recoveryCodes: '恢复码',
	trustedDevices: '设备与登录',
	activity: '安全动态',
	webPassword: '网页登录密码',
	cancel: '取消',
	notFound: {
		title: '没有这个页面',
		text: '网址可能有误，或页面已经移走。',
		action: '前往安全概览',
	},
};
