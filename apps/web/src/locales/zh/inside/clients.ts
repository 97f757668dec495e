import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const clients: Wording<InsideWords['clients']> = {
	both: '{system} 上的 {browser}',
	unknown: '未知浏览器',
	placed: '{place}（{address}）',
};
