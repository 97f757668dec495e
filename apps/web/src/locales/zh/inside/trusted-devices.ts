import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const trustedDevices: Wording<InsideWords['trustedDevices']> = {
	title: '设备与登录',
	lead: '在受信任的浏览器中登录，只需输入密码。',
	signIns: '查看当前登录，退出其他浏览器',
	section: '信任设备',
	current: '当前浏览器',
	trusted: '信任于 {day}',
	lastUsed: '最近使用：{when}',
	expires: '有效期至 {day}',
	none: {
		title: '还没有信任设备',
		text: '下次登录后，可将所用的浏览器设为信任设备，有效期 {days} 天。请只信任您独自使用的设备。',
	},
	off: {
		title: '信任设备功能未启用',
		text: '按管理员的设置，每次登录都需验证。',
	},
	trust: {
		title: '当前浏览器不是信任设备',
		text: '信任后 {days} 天内，在此登录无需再次验证。请只在您独自使用的设备上操作。',
		act: '信任此设备',
		done: '已信任当前浏览器，有效期至 {day}。',
	},
	revoke: '撤销',
	revokeNamed: '撤销 {name}',
	revokeAll: '全部撤销',
	revoked: '已不再信任 {name}。',
	revokedAll: '已不再信任任何设备。',
	ask: {
		title: '撤销 {name}？',
		titleAll: '撤销所有信任设备？',
		text: '那里下次登录时会重新要求验证；仅凭信任登录的，立即要求验证。',
		textAll: '下次在这些设备上登录时，都会重新要求验证。',
		keep: '保留',
		keepAll: '保留',
	},
};
