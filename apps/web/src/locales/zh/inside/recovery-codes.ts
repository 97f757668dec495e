import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const recoveryCodes: Wording<InsideWords['recoveryCodes']> = {
	title: '恢复码',
	lead: '手机丢失、损坏或更换时，可用恢复码代替验证方式登录，每个只能使用一次。',
	leftLabel: '恢复码还剩 {left} 个，共 {of} 个',
	made: '生成于 {day}',
	keep: '请打印保存，或存入密码管理器，不要只存在同一部手机上。',
	few: {
		title: '恢复码即将用完',
		text: '请现在重新生成。用完之后，没有手机时只能由服务台协助登录。',
	},
	gone: {
		title: '恢复码已用完',
		text: '手机丢失时只能由服务台协助登录。请现在重新生成。',
	},
	none: {
		title: '尚未生成',
		text: '一次生成 10 个，只显示一次，可打印或保存。',
		act: '生成恢复码',
	},
	noFactor: {
		title: '请先启用双因素认证',
		text: '恢复码用来代替验证方式，会在设置验证方式的最后一步生成。',
		act: '设置验证方式',
	},
	renew: '重新生成',
	ask: {
		title: '重新生成恢复码？',
		text: '将得到 10 个新的恢复码。在您确认新码已保存之前，现有的仍然有效，之后随即失效。',
		confirm: '重新生成',
		keep: '保留现有的',
	},
	newTitle: '新的恢复码',
	replaced: '新的恢复码已生效，旧的不再有效。',
	saved: '恢复码已生效。',
};
