import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const signIn: Wording<InsideWords['signIn']> = {
	differentAccount: '使用其他账号',
	step1Passed: '第 1 步，密码，已于 {time} 通过',
	step1Behind: '第 1 步，密码，已通过',
	step2Now: '第 2 步，验证，当前步骤',
	step2Rejected: '第 2 步，验证，未通过',
	step2Passed: '第 2 步，验证，已于 {time} 通过',
	step2Missing: '第 2 步，验证，尚未设置',
	back: '返回验证',
	mark1: '密码',
	mark2: '验证',
	passed: '验证通过，正在登录。',
	methods: {
		title: '选择登录方式',
		lead: '用其中任意一种即可完成登录。',
	},
	recovery: {
		withoutTitle: '其他办法',
		without: '此账号没有可用的恢复码。',
	},
	invitation: {
		link: '我受邀使用此邮箱',
		linkText: '使用邀请码',
		notYet: '还没有受邀？请联系正在使用此邮箱的人，由对方在“使用者”页面邀请您。',
		title: '输入邀请码',
		next: '下一步将设置您自己的验证方式。',
		label: '邀请码',
		hint: '10 个字母和数字，只能使用一次。',
		submit: '继续',
	},
	setUpCode: {
		link: '服务台给了我一个设置代码',
		title: '输入设置代码',
		next: '下一步将重新设置验证方式。在此之前，已设置的验证方式仍然有效。',
		label: '设置代码',
	},
	trust: {
		title: '登录成功',
		text: '两步都已通过。下次在这台设备上登录时，是否还要验证？',
		yes: '信任此设备',
		yesText: '{days} 天内免验证',
		no: '仅本次登录',
		noText: '下次仍需验证',
		shared: '公用电脑请选“仅本次登录”。',
	},
};
