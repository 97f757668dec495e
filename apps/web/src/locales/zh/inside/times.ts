import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const times: Wording<InsideWords['times']> = {
	today: '今天 {time}',
	yesterday: '昨天 {time}',
	dayToday: '今天',
	dayYesterday: '昨天',
	countdown: '{minutes} 分 {seconds} 秒',
	seconds: '{seconds} 秒',
	ahead: { minutes: '快 {minutes} 分 {seconds} 秒', seconds: '快 {seconds} 秒' },
	behind: { minutes: '慢 {minutes} 分 {seconds} 秒', seconds: '慢 {seconds} 秒' },
};
