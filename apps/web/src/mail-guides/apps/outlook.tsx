import { Box, Dots, Field, Group, Press, Presses, Says, Switch, securityOf, Tick } from '../drawing/fields.tsx';
import { Beside, Body, Item, Window } from '../drawing/window.tsx';
import type { Guide, MailServers, Values } from '../guide.ts';

const labels = {
	zh: {
		needed: '需要登录',
		inbox: '收件箱',
		password: 'IMAP 密码',
		more: '显示更多',
		incoming: 'IMAP 传入服务器',
		outgoing: 'SMTP 传出服务器',
		secured: '安全连接类型',
		sendingName: 'SMTP 用户名',
		sendingPassword: 'SMTP 密码',
		back: '上一步',
		goOn: '继续',
		asks: 'Internet 电子邮件',
		enter: '请为以下服务器输入用户名和密码。',
		server: '服务器',
		username: '用户名',
		plainPassword: '密码',
		keep: '将密码保存在密码列表中',
		ok: '确定',
		cancel: '取消',
	},
	en: {
		needed: 'You need to sign in',
		inbox: 'Inbox',
		password: 'IMAP password',
		more: 'Show more',
		incoming: 'IMAP incoming server',
		outgoing: 'SMTP outgoing server',
		secured: 'Secure connection type',
		sendingName: 'SMTP username',
		sendingPassword: 'SMTP password',
		back: 'Back',
		goOn: 'Continue',
		asks: 'Internet Email',
		enter: 'Enter your user name and password for the following server.',
		server: 'Server',
		username: 'User Name',
		plainPassword: 'Password',
		keep: 'Save this password in your password list',
		ok: 'OK',
		cancel: 'Cancel',
	},
} as const;

interface Asking {
	readonly server: MailServers['imap'];
	/** Numbers of the steps at the server's name and at the password. */
	readonly pins: readonly [number, number];
}

/** Classic Outlook asks for each server by itself, in the same window. */
const asking = ({ language, address }: Values, { server, pins }: Asking) => {
	const label = labels[language];
	return (
		<Window title={label.asks}>
			<Body>
				<Says>{label.enter}</Says>
				<Field label={label.server} pin={pins[0]}>
					{server.host}
				</Field>
				<Field label={label.username}>{address}</Field>
				<Field label={label.plainPassword} pin={pins[1]}>
					<Dots />
				</Field>
				<Tick>{label.keep}</Tick>
				<Presses>
					<Press main>{label.ok}</Press>
					<Press>{label.cancel}</Press>
				</Presses>
			</Body>
		</Window>
	);
};

/** Outlook for Windows: the new one, and the one that came with Office up to 2024. */
export const outlook: Guide = {
	heading: 'mailGuides.outlook.heading',
	symptom: 'mailGuides.outlook.symptom',
	parts: [
		{
			title: 'mailGuides.outlook.newOne',
			steps: [
				'mailGuides.outlook.steps.account',
				'mailGuides.outlook.steps.more',
				'mailGuides.outlook.steps.incoming',
				'mailGuides.outlook.steps.outgoing',
				'mailGuides.outlook.steps.done',
			],
			drawings: [
				{
					description: 'mailGuides.outlook.drawings.newOne',
					draw: ({ language, address, mail }) => {
						const label = labels[language];
						return (
							<Window title="Outlook">
								<Beside
									list={
										<>
											<Item chosen pin={1}>
												{address.split('@')[0]}
											</Item>
											<Item>{label.inbox}</Item>
										</>
									}
								>
									<Group>{label.needed}</Group>
									<Field label={label.password} pin={3}>
										<Dots />
									</Field>
									<Field label={label.more} pin={2}>
										<Switch />
									</Field>
									<Field label={label.incoming} beside={<Box>{mail.imap.port}</Box>}>
										{mail.imap.host}
									</Field>
									<Field label={label.secured} choice>
										{securityOf(mail.imap)}
									</Field>
									<Field label={label.sendingName}>{address}</Field>
									<Field label={label.sendingPassword} pin={4}>
										<Dots />
									</Field>
									<Field label={label.outgoing} beside={<Box>{mail.submission.port}</Box>}>
										{mail.submission.host}
									</Field>
									<Field label={label.secured} choice>
										{securityOf(mail.submission)}
									</Field>
									<Presses>
										<Press>{label.back}</Press>
										<Press main pin={5}>
											{label.goOn}
										</Press>
									</Presses>
								</Beside>
							</Window>
						);
					},
				},
			],
		},
		{
			title: 'mailGuides.outlook.classic',
			instead: true,
			steps: [
				'mailGuides.outlook.steps.asksIncoming',
				'mailGuides.outlook.steps.pasteIncoming',
				'mailGuides.outlook.steps.asksOutgoing',
				'mailGuides.outlook.steps.pasteOutgoing',
			],
			drawings: [
				{
					description: 'mailGuides.outlook.drawings.classicIncoming',
					draw: (values) => asking(values, { server: values.mail.imap, pins: [1, 2] }),
				},
				{
					description: 'mailGuides.outlook.drawings.classicOutgoing',
					draw: (values) => asking(values, { server: values.mail.submission, pins: [3, 4] }),
				},
			],
		},
	],
	notes: ['mailGuides.outlook.notes.cloud', 'mailGuides.outlook.notes.unasked'],
};
