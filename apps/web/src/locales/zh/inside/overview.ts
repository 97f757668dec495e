import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const overview: Wording<InsideWords['overview']> = {
	title: '安全概览',
	on: '双因素认证已启用',
	onText: '网页登录用密码加身份验证器，邮件客户端只接受客户端专用密码。',
	off: '双因素认证未启用',
	offText: '启用后，仅凭泄露的密码无法在网页或邮件客户端中打开您的邮箱。',
	setUp: '设置',
	markLabel: '双因素认证设置于 {day}',
	offMark: '未启用',
	clientPasswords: '客户端专用密码',
	more: '还可生成 {left} 个',
	full: '已全部使用',
	needsFactor: '启用双因素认证后可用',
};
