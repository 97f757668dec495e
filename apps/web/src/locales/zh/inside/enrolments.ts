import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const enrolments: Wording<InsideWords['enrolments']> = {
	steps: {
		intro: '说明',
		connect: '连接',
		test: '测试',
		create: '创建',
		number: '手机号',
		scan: '扫码',
		recovery: '恢复码',
		done: '完成',
		progress: '进度',
		passed: '已完成',
	},
	due: {
		label: '管理员要求启用',
		why: '{organisation}：登录邮箱须启用双因素认证',
		invited: '公共邮箱，使用者：{name}',
		reset: '凭服务台的设置代码重新设置',
	},
	choose: {
		title: '您平时怎样使用邮箱？',
		lead: '选一项，将据此推荐一种验证方式。大约需要 3 分钟，完成后即可继续。',
		leadRequired:
			'今后仅凭网页登录密码无法登录，还需用只有您才有的东西再确认一次。请选择您使用邮箱的方式，将据此推荐一种验证方式。大约需要 3 分钟，完成后即可继续。',
		legend: '使用邮箱的方式',
		browser: '只用浏览器',
		browserText: '在网页上收发邮件',
		apps: '还用邮件客户端',
		appsText: 'Foxmail、Outlook、手机自带邮件等',
		several: '多人共用，或常在境外',
		severalText: '公共邮箱，或手机经常没有网络',
		recommended: '推荐',
		others: '查看其他 {count} 种方式',
		oneOther: '查看其他 1 种方式',
		none: '目前没有可以设置的验证方式。请联系服务台。',
	},
	instead: '改为设置其他方式',
	mailApps:
		'完成后，邮件客户端将不再接受网页登录密码。最后一步可生成客户端专用密码；在每个邮件客户端换上之前，无法收发邮件。',
	sharedMailbox:
		'完成后，凭网页登录密码使用此公共邮箱的其他人将无法登录，须由您邀请。设置完成后即可在“使用者”页面邀请。',
	replaceInstead: '改为更换现有的',
	ownName: {
		label: '您的姓名',
		hint: '此公共邮箱的其他使用者会看到，用于区分各位使用者。',
	},
	name: {
		label: '名称',
		optional: '名称（可不填）',
		hint: '例如：我的手机',
	},
	back: '上一步',
	expiresIn: '{left}后过期',
	missing: {
		title: '本次设置已过期',
		text: '也可能是在其他浏览器中开始的。可以在此重新开始，之前显示的内容不再有效。',
	},
	already: '此处无需再做任何操作。仅在需要再添加一个时，才重新开始。',
	recovery: {
		title: '保存恢复码',
		lead: '手机丢失、损坏或不在身边，其他验证方式都不可用时，每个恢复码可以登录一次。请打印，或存入密码管理器，不要只存在这台设备上。',
		list: '您的恢复码',
		saved: '我已保存',
		stay: '确认之前会一直显示在这里，确认之后不再显示。',
		begin: '显示恢复码',
		expired: '这些恢复码未及时确认，没有生效。请获取新的恢复码并保存。',
		again: '获取新的恢复码',
	},
	done: {
		title: '双因素认证已启用',
		mailTitle: '邮件客户端不再接受网页登录密码',
		mailText: '从现在起，邮件客户端需使用客户端专用密码。请现在生成一个，以免影响收发邮件。',
		ownMail: '您的邮件客户端请使用您自己生成的客户端专用密码。',
		make: '生成客户端专用密码',
		invite: '邀请使用者',
		later: '前往安全概览',
		goOn: '继续前往原来的页面',
		mark: '双因素认证',
		markLow: '已启用',
	},
};
