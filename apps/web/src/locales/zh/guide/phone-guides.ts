import type { GuideWords } from '../../vocabulary.ts';
import type { Wording } from '../../wording.ts';

type Guides = Pick<GuideWords['mailGuides'], 'iphone' | 'huawei' | 'android'>;

export const phoneGuides: Wording<Guides> = {
	iphone: {
		name: 'iPhone 和 iPad 邮件',
		kind: '手机或平板',
		heading: '在 iPhone 邮件中换上新密码',
		symptom: '“邮件”提示**无法接收邮件**或**无法收取邮件**。',
		incoming: '收件',
		outgoing: '发件',
		steps: {
			open: '打开**设置**，找到该账户，进入**账户设置**。iOS 18 之前：“设置”“邮件”“账户”。',
			password: '在**收件服务器**处删去**密码**栏的内容，粘贴新密码。',
			advanced: '点最下面的**高级**。**使用 SSL** 应打开，**服务器端口**应与图中一致。然后返回。',
			smtp: '点**发件服务器**下的 **SMTP**，再点下一页最上面的服务器。',
			sending: '这里同样删去**密码**栏的内容，粘贴新密码。核对**服务器端口**，点**完成**。',
			done: '返回第一页，再点**完成**。关闭“邮件”并重新打开，给自己发一封邮件。',
		},
		drawings: {
			account: 'iPhone 的邮件账户设置：收件服务器和密码',
			advanced: 'iPhone 的“高级”页：收件服务器的 SSL 和端口',
			lower: 'iPhone 的邮件账户设置下半部分：发件服务器',
			smtp: 'iPhone 的发件服务器页，另有一个密码',
		},
		notes: {
			separate: 'iPhone 分别保存两个服务器的密码。如果能收不能发，说明第二个仍是旧密码。',
			profile: '还有更快的办法：生成密码时，页面也提供描述文件，iPhone 可据此自动完成设置。',
		},
	},
	huawei: {
		name: '华为邮件',
		kind: '手机或平板',
		heading: '在华为邮件中换上新密码',
		symptom: '“电子邮件”提示**账号或密码错误**，或不再收取邮件。',
		servers: '两个服务器在同一页',
		steps: {
			open: '在“电子邮件”中打开右上角的**设置**，选中该账号，进入**服务器设置**。',
			incoming: '在**接收服务器**处删去**密码**栏的内容，逐组输入新密码。',
			outgoing: '在**外发服务器**处同样更换。',
			done: '点**完成**。关闭“电子邮件”并重新打开，给自己发一封邮件。',
		},
		drawings: {
			account: '华为邮件的账号设置，其中有“服务器设置”',
			servers: '华为邮件的“服务器设置”页：接收和外发服务器，各有密码',
		},
		notes: {
			typing:
				'华为邮件不支持粘贴密码。请在另一块屏幕上打开新密码的“逐组输入”：每次显示 4 个字符，字号大，并标出大写。只有一部手机时，请抄在纸上，用完撕掉；或使用分屏。',
			capital: '不少输入法会自动把第一个字母变成大写。输入后请看一眼第一个字符。',
		},
	},
	android: {
		name: '安卓邮件（Gmail 应用）',
		kind: '手机或平板',
		heading: '在 Gmail 应用中换上新密码',
		symptom: 'Gmail 应用提示**无法登录**，或账号无法同步。',
		incoming: '收件',
		outgoing: '发件',
		steps: {
			open: '在 Gmail 应用中打开**设置**，选中该地址，进入**接收设置**。',
			incoming: '删去**密码**栏的内容，粘贴新密码。',
			incomingDone: '核对**服务器**、**端口**和**安全类型**，点**完成**。',
			openOutgoing: '回到列表，进入**外发设置**。',
			outgoing: '**要求登录**应打开。删去**密码**栏的内容，粘贴同一个密码。',
			outgoingDone: '核对其余各项，点**完成**。关闭应用并重新打开，给自己发一封邮件。',
		},
		drawings: {
			list: 'Gmail 应用的账号设置，其中有“接收设置”',
			incoming: 'Gmail 应用的“接收设置”页',
			listOutgoing: 'Gmail 应用的账号设置，其中有“外发设置”',
			outgoing: 'Gmail 应用的“外发设置”页，另有一个密码',
		},
		notes: {
			others: '小米、OPPO、vivo、荣耀和三星手机自带的邮件应用也有这两页，名称相近。',
			google: '无法使用谷歌服务时，请改用手机自带的邮件应用。',
		},
	},
};
