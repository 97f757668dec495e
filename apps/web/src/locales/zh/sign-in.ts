import type { Words } from '../en.ts';
import type { Wording } from '../wording.ts';

export const signIn: Wording<Words['signIn']> = {
	title: '登录',
	address: '账号',
	password: '网页登录密码',
	show: '显示',
	hide: '隐藏',
	submit: '登录',
	domainHint: '可省略 @{domain}。',
	mailApps: '邮件客户端请用客户端专用密码登录，不要使用此密码。',
	forgotten: '忘记密码',
	ended: '您已退出登录。请重新登录后继续。',
	left: '您已退出登录。',
	differentAccount: '使用其他账号',
	step1Now: '第 1 步，密码，当前步骤',
	step1Passed: '第 1 步，密码，已于 {time} 通过',
	step2Due: '第 2 步，验证',
	step2Now: '第 2 步，验证，当前步骤',
	step2Rejected: '第 2 步，验证，动态口令有误',
	step2Passed: '第 2 步，验证，已于 {time} 通过',
	mark1: '密码',
	mark2: '口令',
	passed: '验证通过，正在登录。',
};
