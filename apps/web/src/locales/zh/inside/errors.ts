import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const errors: Wording<InsideWords['errors']> = {
	'session.sign_in_needed': '您已退出登录。请重新登录。',
	'session.second_factor_needed': '登录尚未完成。请先输入验证码。',
	'session.set_up_needed': '管理员要求启用双因素认证。请先设置一种验证方式。',
	'session.verification_needed': '距上次验证已有一段时间。请确认是您本人，然后重试。',
	'session.already_past': '这一步已经完成。请刷新页面后继续。',
	'session.administrator_needed': '仅管理员可以进行此操作。',
	'password.rejected': '网页登录密码有误。请检查后重试。',
	'factor.code_malformed': '动态口令为 6 位数字。请检查输入的内容。',
	'factor.code_rejected':
		'动态口令有误。请输入身份验证器当前显示的口令，还可尝试\u00a0{attemptsLeft}\u00a0次。若多次失败，请核对手机时间：服务器时间为 {serverTime}。',
	'factor.code_just_used': '该动态口令刚刚使用过。{nextInSeconds} 秒后会显示新的口令。',
	'factor.clock_off':
		'手机时间{offset}。服务器时间为 {serverTime}。请在手机上开启“自动设置日期和时间”，然后输入新的口令。',
	'factor.passkey_rejected': '通行密钥未通过验证，还可尝试\u00a0{attemptsLeft}\u00a0次。请使用为此账号设置的通行密钥。',
	'factor.recovery_malformed': '恢复码由 10 个字母和数字组成，每 5 个一组。请检查输入的内容。',
	'factor.recovery_rejected':
		'恢复码有误，或已经使用过。还可尝试\u00a0{attemptsLeft}\u00a0次。每个恢复码只能使用一次。',
	'invitation.rejected':
		'代码有误、已被使用或已过期。还可尝试\u00a0{attemptsLeft}\u00a0次。如果输入无误，请索取新的代码。',
	'factor.code_expired': '验证码已过期。请重新发送。',
	'factor.not_confirmed': '手机尚未确认，或确认时间已过。请显示新的二维码并确认。',
	'factor.number_rejected':
		'与手机上显示的数字不符，还可尝试\u00a0{attemptsLeft}\u00a0次。请核对手机，或显示新的二维码。',
	'factor.bound_elsewhere': '该应用已绑定其他账号。请先在那里解绑，或换用另一个。',
	'phone_number.malformed': '手机号有误。请检查后重试。',
	'phone_number.not_mainland': '仅向中国大陆手机号发送验证码。使用其他号码的，请设置身份验证器。',
	'phone_number.refused': '运营商不向该手机号发送短信。请检查，或换用其他手机号、其他方式。',
	'text_message.limit_reached': '发送的短信过多。请先选择其他方式。',
	'text_message.not_sent': '短信未能发出。请稍后重试，或选择其他方式。',
	'factor.throttled': '错误次数过多。{time} 后可以重试。',
	'factor.disabled': '连续错误次数过多，该验证方式已停用。请使用其他方式，或联系服务台重置。',
	'factor.not_available': '该验证方式无法使用。请选择其他方式。',
	'factor.last_required': '管理员要求启用双因素认证，不能移除最后一种验证方式。请更换它，或先设置另一种。',
	'factor.last_of_person': '这是您在此邮箱的唯一验证方式。请在“使用者”中退出此邮箱，或先设置另一种。',
	'challenge.exhausted': '本次验证的错误次数过多。请重新开始。',
	'enrolment.expired': '本次设置已过期。请重新开始，之前显示的内容不再有效。',
	'client_password.name_invalid': '该名称无法使用。请换一个名称。',
	'client_password.end_invalid': '该有效期不可用。请选择今天之后、十年以内的日期。',
	'client_password.limit_reached': '已有 {limit} 个客户端专用密码。请先删除一个不再使用的密码。',
	'client_password.factor_needed': '请先设置一种验证方式，之后即可生成客户端专用密码。',
	'method.name_invalid': '该名称无法使用。请换一个名称。',
	'method.limit_reached': '该验证方式已有 {limit} 个。请先移除一个不再使用的。',
	'person.name_invalid': '该姓名无法使用。请换一个。',
	'person.name_taken': '已有同名使用者。请换一个。',
	'person.limit_reached': '此邮箱的使用者（含已邀请的）已达 {limit} 位。请先移除一位。',
	'person.factor_needed': '请先为自己设置一种验证方式，之后即可邀请使用者。',
	'person.last': '公共邮箱的最后一位使用者不能移除。请先邀请其他人。',
	'password.too_short': '密码太短。请至少使用 {least} 个字符。',
	'password.too_guessable':
		'密码容易被猜到：它很常见，或由常见的词、您的姓名或地址组成。请换一个，例如几个互不相关的词。',
	'password.unchanged': '这就是当前的网页登录密码。请换一个。',
	'password.kept_elsewhere': '该密码由所在单位的其他系统管理，不能在此更改。请刷新页面，查看更改的地方。',
	'trusted_device.not_allowed': '无法信任当前浏览器：管理员未允许，或您没有用验证方式确认。请用验证方式重新登录。',
};

export const forms: Wording<InsideWords['forms']> = {
	code: {
		empty: '请输入身份验证器显示的 6 位数字。',
		short: '位数不足。应为 6 位数字。',
		long: '位数过多。应为 6 位数字。',
		'not-digits': '只能是数字。请检查输入的内容。',
	},
	phoneNumber: {
		empty: '请输入手机号。',
		invalid: '这不是中国大陆手机号：应为 11 位数字，以 1 开头。其他国家或地区的号码，请以“+”和国家或地区代码开头。',
	},
	paperCode: {
		empty: '请输入该代码。',
		form: '应为 10 个字母和数字，每 5 个一组。请检查输入的内容。',
		'look-alikes': '其中不会有字母 i、l、o 和数字 0、1。请核对这些字符。',
	},
	ownName: {
		empty: '请输入您的姓名，以便其他使用者知道是谁。',
		long: '姓名过长，最多 40 个字符。',
		characters: '姓名含有无法显示的字符。请重新输入。',
	},
	name: {
		empty: '请为密码取一个名称，例如使用它的设备。',
		long: '名称过长，最多 40 个字符。',
		characters: '名称含有无法显示的字符。请重新输入。',
	},
	methodName: {
		empty: '请取一个名称，例如所在的设备。',
		long: '名称过长，最多 40 个字符。',
		characters: '名称含有无法显示的字符。请重新输入。',
	},
	personName: {
		empty: '请输入姓名。',
		long: '姓名过长，最多 40 个字符。',
		characters: '姓名含有无法显示的字符。请重新输入。',
	},
};
