import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const liveSessions: Wording<InsideWords['liveSessions']> = {
	section: '当前登录',
	current: '当前浏览器',
	since: '登录时间：{when}',
	seen: '最近活动：{when}',
	end: '退出登录',
	endNamed: '退出登录：{name}',
	endAll: '退出其他所有登录',
	alone: '您只在此处登录。',
	ended: '{name} 已退出登录。',
	endedAll: '除此处外，已全部退出登录。',
	ask: {
		title: '退出 {name} 上的登录？',
		titleAll: '退出其他所有登录？',
		text: '那里需要重新登录，未保存的内容会丢失。',
		textAll: '其他浏览器都需要重新登录，此处保持登录。',
		keep: '保持登录',
	},
};
