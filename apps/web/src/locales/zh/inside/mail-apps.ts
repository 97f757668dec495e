import type { InsideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

export const mailApps: Wording<InsideWords['mailApps']> = {
	foxmail: { name: 'Foxmail', text: '在电脑上', short: 'Foxmail' },
	outlook: { name: 'Outlook', text: '在电脑上', short: 'Outlook' },
	'mac-mail': { name: 'Mac 邮件', text: 'Mac 自带的“邮件”', short: 'Mac 邮件' },
	iphone: { name: 'iPhone 和 iPad 邮件', text: '自带的“邮件”', short: 'iPhone' },
	huawei: { name: '华为邮件', text: '在华为手机或平板上', short: '华为邮件' },
	android: { name: '安卓邮件', text: '其他手机上的 Gmail 应用', short: '安卓手机' },
	thunderbird: { name: 'Thunderbird', text: '在电脑上', short: 'Thunderbird' },
	program: { name: '打印机或程序', text: '扫描仪、服务器、脚本', short: '打印机' },
	browser: { name: '只用浏览器', text: '不需要专用密码' },
	any: '邮件客户端',
};
