import type { DoorWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const errors: Wording<DoorWords['errors']> = {
	offline: '无法连接服务器。请检查网络后重试。',
	'request.malformed': '服务器无法识别本页发送的内容。请刷新页面后重试。',
	'request.too_large': '内容超出服务器允许的长度。请缩短后重试。',
	'request.foreign_origin': '请求不是从本站页面发出的，已被拒绝。请重新打开本站后重试。',
	'request.not_found': '该项目已不存在，可能已在其他窗口中删除。请刷新页面。',
	'sign_in.refused': '账号或网页登录密码有误。请检查后重试。此处不能使用客户端专用密码。',
	'sign_in.throttled': '来自您所在网络的错误密码过多。{time} 后可以重试。',
	'passkey.rejected': '该通行密钥无法在此登录。请使用其他通行密钥，或用网页登录密码登录。',
	'challenge.expired': '本次验证已过期。请重新开始。',
	'server.busy': '服务器繁忙。请稍候重试。',
	'server.unavailable': '服务暂时不可用，没有丢失任何内容。请稍后重试。',
	'server.failed': '服务器出现问题。请重试；如仍有问题，请联系服务台。',
};

export const forms: Wording<DoorWords['forms']> = {
	address: { empty: '请输入账号。' },
	password: { empty: '请输入网页登录密码。' },
};
