import { createTransport } from 'nodemailer';

interface Letter {
	/** Before the @ of the sender's address; its owner's name as mail apps show it. */
	readonly from: readonly [name: string, localPart: string];
	readonly subject: string;
	readonly text: string;
	/** How long before the demo's start it arrived. */
	readonly hoursAgo: number;
}

const toEverybody: readonly Letter[] = [
	{
		from: ['图书馆 Library', 'library'],
		subject: '续借提醒：《深入理解计算机系统》 / Renewal reminder',
		text: `您借阅的《深入理解计算机系统》三天后到期。在线续借一次可延长三十天；如有读者预约，请按时归还到一楼服务台。

Your loan of "Computer Systems: A Programmer's Perspective" is due in three days. You can renew it online once, for
thirty days; if another reader is waiting, please return it to the desk on the ground floor.

图书馆流通部  Circulation desk
`,
		hoursAgo: 49,
	},
	{
		from: ['信息化办公室 IT Office', 'it'],
		subject: '邮件客户端请改用专用密码 / Mail apps now use their own passwords',
		text: `开启双因素认证后，Outlook、Foxmail、手机邮件等客户端不再使用网页登录密码，请在安全中心为每台设备生成一个客户端专用密码。

密码只显示一次，复制到客户端即可，不需要记住。设备丢失时，删除对应的密码，其他设备不受影响。

Once two-factor authentication is on, mail apps such as Outlook, Foxmail and the one on your phone no longer take your web
password. Make one client-specific password for each device on the security page.

It is shown once: copy it into the mail app, there is no need to remember it. If you lose a device, delete its password; your
other devices keep working.
`,
		hoursAgo: 27,
	},
	{
		from: ['教务处 Registrar', 'registrar'],
		subject: '春季学期课程表已发布 / Spring timetable published',
		text: `春季学期课程表已发布，选课系统将于周一上午九点开放。实验课名额有限，请提前确认时间是否冲突。

The spring timetable is out. Course selection opens on Monday at nine in the morning. Places in laboratory courses are
limited, so check for clashes beforehand.
`,
		hoursAgo: 6,
	},
];

const toOne: Readonly<Record<string, readonly Letter[]>> = {
	lin: [
		{
			from: ['王老师', 'wang'],
			subject: '周四组会',
			text: `林同学：

周四组会改到下午三点，仍在物理楼 314。请带上上周那组低温数据，我们一起看一下 4.2 K 附近的拐点。

王
`,
			hoursAgo: 2,
		},
	],
	wang: [
		{
			from: ['Conference desk', 'conference'],
			subject: 'Your talk on Saturday, 10:40',
			text: `Dear Professor Wang,

Your talk is on Saturday at 10:40 in the small hall, 20 minutes and five for questions. Slides can be handed in until Friday
evening; a pointer and an adapter are on the desk.

With kind regards
`,
			hoursAgo: 3,
		},
	],
	lab: [
		{
			from: ['设备科 Equipment', 'equipment'],
			subject: '液氦到货 / Liquid helium delivered',
			text: `本周订购的 100 L 液氦已到，请今天下午五点前到气瓶间领取，并带上实验室公章。

The 100 litres of liquid helium ordered this week have arrived. Please collect them from the gas store before five this
afternoon and bring the laboratory's seal.
`,
			hoursAgo: 4,
		},
	],
};

const HOUR_MS = 3_600_000;

/**
 * The messages that a demo mailbox starts with, oldest first, each as header and body.
 * @param address canonical address of the mailbox
 * @param now the demo's start; the messages arrived in the two days before
 */
export async function demoMessages(address: string, now: Date): Promise<Buffer[]> {
	const [name = '', domain = ''] = address.split('@');
	const composer = createTransport({ streamTransport: true, buffer: true });
	const letters = [...toEverybody, ...(toOne[name] ?? [])].sort((one, other) => other.hoursAgo - one.hoursAgo);
	return Promise.all(
		letters.map(async (letter) => {
			const { message } = await composer.sendMail({
				from: { name: letter.from[0], address: `${letter.from[1]}@${domain}` },
				to: address,
				subject: letter.subject,
				text: letter.text,
				date: new Date(now.getTime() - letter.hoursAgo * HOUR_MS),
				messageId: `<${letter.from[1]}.${letter.hoursAgo}.${name}@${domain}>`,
			});
			return message as Buffer;
		}),
	);
}
