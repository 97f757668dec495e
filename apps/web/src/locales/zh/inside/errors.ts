import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const errors: Wording<InsideWords['errors']> = {
	'password.rejected': '网页登录密码有误。请检查后重试。',
	'factor.code_malformed': '动态口令为 6 位数字。请检查输入的内容。',
	'factor.code_rejected':
		'动态口令有误。请输入身份验证器当前显示的口令，还可尝试 {attemptsLeft} 次。若多次失败，请核对手机时间：服务器时间为 {serverTime}。',
	'factor.code_just_used': '该动态口令刚刚使用过。{nextInSeconds} 秒后会显示新的口令。',
	'factor.clock_off':
		'手机时间{offset}。服务器时间为 {serverTime}。请在手机上开启“自动设置日期和时间”，然后输入新的口令。',
	'factor.throttled': '错误次数过多。{time} 后可以重试。',
	'factor.disabled': '连续错误次数过多，该验证方式已停用。请使用其他方式，或联系服务台重置。',
	'factor.not_available': '该验证方式无法使用。请选择其他方式。',
	'factor.last_required': '管理员要求启用双因素认证，不能移除最后一种验证方式。请更换它，或先设置另一种。',
	'challenge.expired': '本次验证已过期。请重新开始。',
	'challenge.exhausted': '本次验证的错误次数过多。请重新开始。',
	'enrolment.expired': '二维码和设置密钥已过期。请获取新的二维码并重新扫码。',
	'client_password.name_invalid': '该名称无法使用。请换一个名称。',
	'client_password.limit_reached': '已有 {limit} 个客户端专用密码。请先删除一个不再使用的密码。',
	'client_password.factor_needed': '请先设置一种验证方式，之后即可生成客户端专用密码。',
};

export const forms: Wording<InsideWords['forms']> = {
	code: {
		empty: '请输入身份验证器显示的 6 位数字。',
		short: '位数不足。动态口令为 6 位数字。',
		long: '位数过多。动态口令为 6 位数字。',
		'not-digits': '动态口令只含数字。请检查输入的内容。',
	},
	name: {
		empty: '请为密码取一个名称，例如使用它的设备。',
		long: '名称过长，最多 40 个字符。',
		characters: '名称含有无法显示的字符。请重新输入。',
	},
};
