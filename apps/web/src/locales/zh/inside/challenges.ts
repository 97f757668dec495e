import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const challenges: Wording<InsideWords['challenges']> = {
	others: '选择其他登录方式',
	othersAtConfirm: '选择其他验证方式',
	none: '以上都不可用',
	noneHint: '恢复码、管理员重置或服务台',
	helpTitle: '也没有恢复码？',
	helpText: '管理员可以重置验证方式。请准备好工作证或学生证，致电服务台；核实身份后即可办理。',
	throttled: '{time} 后可用',
	disabled: '错误次数过多，已停用',
	notAllowed: '管理员已不再允许使用',
	anyOf: '任意一个均可：{names}',
	current: '当前方式',
	byScan: '扫码确认',
	again: '重试',
	restartTitle: '请重新开始验证',
	waitTitle: '请稍候',
	shutTitle: '该验证方式已停用',
	notAllowedTitle: '该验证方式已不再允许使用',
	notAllowedText: '管理员已不再允许使用该验证方式。请选择其他登录方式。',
	wait: '剩余时间：{left}',
	waitOver: '现在可以重试。',
	confirm: {
		title: '请确认是您本人',
		text: '此操作会改变账号的保护方式。已输入的内容会保留。',
		password: '网页登录密码',
		submit: '确认',
	},
};
