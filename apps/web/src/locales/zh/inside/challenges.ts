import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const challenges: Wording<InsideWords['challenges']> = {
	others: '选择其他登录方式',
	none: '以上都不可用',
	noneHint: '服务台可以提供的帮助',
	noneText: '请准备好工作证或学生证，致电服务台。核实身份后，服务台会为您重置验证方式。',
	throttled: '{time} 后可用',
	disabled: '错误次数过多，已停用',
	again: '重试',
	restartTitle: '请重新开始验证',
	waitTitle: '请稍候',
	shutTitle: '该验证方式已停用',
	wait: '剩余时间：{left}',
	waitOver: '现在可以重试。',
	confirm: {
		title: '请确认是您本人',
		text: '此操作会改变账号的保护方式。已输入的内容会保留。',
		password: '网页登录密码',
		submit: '确认',
	},
};
