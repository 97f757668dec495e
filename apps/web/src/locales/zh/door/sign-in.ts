import type { DoorWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const signIn: Wording<DoorWords['signIn']> = {
	title: '登录',
	address: '账号',
	password: '网页登录密码',
	show: '显示',
	hide: '隐藏',
	submit: '登录',
	or: '或',
	passkey: '使用通行密钥',
	passkeyUnusable: '浏览器无法在此使用通行密钥。请用网页登录密码登录。',
	passkeyNone: '没有使用通行密钥：窗口已关闭，或这台设备上没有通行密钥。也可以用网页登录密码登录。',
	passkeyWaiting: '正在等待您的设备确认…',
	passkeyCancel: '取消',
	passkeyNotTaken: '此处不接受通行密钥。请用网页登录密码登录。',
	domainHint: '可省略 @{domain}。',
	mailApps: '启用双因素认证后，邮件客户端请用客户端专用密码登录，不要使用此密码。',
	forgotten: '忘记密码',
	ended: '您已退出登录。请重新登录后继续。',
	left: '您已退出登录。',
	passwordSent: '您刚才更改了网页登录密码。请用新密码登录；如被拒绝，则旧密码仍然有效。',
	departed: '您已退出该公共邮箱，并已退出登录。',
	step1Now: '第 1 步，密码，当前步骤',
	step2Due: '第 2 步，验证',
};
