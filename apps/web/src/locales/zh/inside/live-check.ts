import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const liveCheck: Wording<InsideWords['liveCheck']> = {
	title: '实时检查',
	waitingMark: '等待中',
	passedMark: '{time} 成功',
	unknown: '暂时无法查看进展，不影响设置。',
	incoming: {
		waiting: '收件：等待中',
		passed: '收件 ✓ {time}',
		refused: '收件 ✗ {time}',
		waitingProfile: '请安装描述文件，再在设备上打开“邮件”。',
		waitingText: '填好密码后，用{kind}收取邮件。',
		passedText: '已用此密码登录',
		'web-password': '{address} 仍在发送网页登录密码。请在收件的密码栏换上专用密码并保存。',
		deleted: '{address} 发送了已删除的密码。请在收件的密码栏换上专用密码并保存。',
		expired: '{address} 发送了已过期的密码。请在收件的密码栏换上专用密码。',
		'not-allowed': '此密码不能用于 {protocol}。请在列表中点“编辑”允许，或在客户端改用另一种账号类型。',
		wrong: '{address} 发送的密码有误。请检查大小写：共 16 个字符，没有空格。',
	},
	outgoing: {
		waiting: '发件：等待中',
		passed: '发件 ✓ {time}',
		refused: '发件 ✗ {time}',
		waitingProfile: '请从该设备给自己发一封邮件。',
		waitingText: '请从{kind}给自己发一封邮件。',
		passedText: '已用此密码登录',
		'web-password': '{address} 仍在发送网页登录密码。请在发件的密码栏换上专用密码并保存。',
		deleted: '{address} 发送了已删除的密码。请在发件的密码栏换上专用密码并保存。',
		expired: '{address} 发送了已过期的密码。请在发件的密码栏换上专用密码。',
		'not-allowed': '此密码不能用于发送邮件。请在列表中点“编辑”允许。',
		wrong: '{address} 发送的密码有误。请检查大小写：共 16 个字符，没有空格。',
	},
};
