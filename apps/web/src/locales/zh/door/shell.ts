import type { DoorWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const shell: Wording<DoorWords['shell']> = {
	home: 'Mailward 邮卫，安全概览',
	mailSystem: '邮件系统',
	signOut: '退出登录',
	guide: '使用指南',
	helpDesk: '服务台',
	loading: '正在加载',
	retry: '重试',
	unreachable: '页面未能加载',
	unloaded: '部分内容未能送达。请检查网络后重试。',
};
