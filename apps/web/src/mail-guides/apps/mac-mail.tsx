import { Box, Dots, Field, Group, Press, Presses, Says, Tick } from '../drawing/fields.tsx';
import { Beside, Body, Item, Tabs, Window } from '../drawing/window.tsx';
import type { Guide, Values } from '../guide.ts';

const labels = {
	zh: {
		failed: '无法连接到账户',
		refused: '服务器拒绝了此用户名的密码，请重新输入：',
		password: '密码',
		keep: '在我的钥匙串中记住此密码',
		ok: '好',
		cancel: '取消',
		mail: '邮件',
		settings: '设置…',
		accounts: '账户',
		tabs: ['账户信息', '邮箱行为', '服务器设置'],
		incoming: '收件服务器（IMAP）',
		outgoing: '发件服务器（SMTP）',
		username: '用户名',
		host: '主机名',
		port: '端口',
		tls: '使用 TLS/SSL',
		save: '存储',
	},
	en: {
		failed: 'Can’t connect to the account',
		refused: 'The server rejected the password for this user name. Enter it again:',
		password: 'Password',
		keep: 'Remember this password in my keychain',
		ok: 'OK',
		cancel: 'Cancel',
		mail: 'Mail',
		settings: 'Settings…',
		accounts: 'Accounts',
		tabs: ['Account Information', 'Mailbox Behaviors', 'Server Settings'],
		incoming: 'Incoming Mail Server (IMAP)',
		outgoing: 'Outgoing Mail Server (SMTP)',
		username: 'User Name',
		host: 'Host Name',
		port: 'Port',
		tls: 'Use TLS/SSL',
		save: 'Save',
	},
} as const;

const server = ({ language, address, mail }: Values, which: 'imap' | 'submission', pin: number) => {
	const label = labels[language];
	const { host, port } = mail[which];
	return (
		<>
			<Field label={label.username}>{address}</Field>
			<Field label={label.password} pin={pin}>
				<Dots />
			</Field>
			<Field label={label.host}>{host}</Field>
			<div className="drawn-line">
				<span>{label.port}</span>
				<Box>{port}</Box>
				<Tick>{label.tls}</Tick>
			</div>
		</>
	);
};

/** Mail of macOS 13 and later. */
export const macMail: Guide = {
	heading: 'mailGuides.mac-mail.heading',
	symptom: 'mailGuides.mac-mail.symptom',
	parts: [
		{
			title: 'mailGuides.mac-mail.asks',
			steps: ['mailGuides.mac-mail.steps.password', 'mailGuides.mac-mail.steps.keep'],
			drawings: [
				{
					description: 'mailGuides.mac-mail.drawings.asks',
					draw: ({ language, address }) => {
						const label = labels[language];
						return (
							<Window mac title={label.mail}>
								<Body>
									<Group>{label.failed}</Group>
									<Says>{label.refused}</Says>
									<Says>{address}</Says>
									<Field label={label.password} pin={1}>
										<Dots />
									</Field>
									<Tick pin={2}>{label.keep}</Tick>
									<Presses>
										<Press>{label.cancel}</Press>
										<Press main>{label.ok}</Press>
									</Presses>
								</Body>
							</Window>
						);
					},
				},
			],
		},
		{
			title: 'mailGuides.mac-mail.servers',
			way: ({ language }) => [labels[language].mail, labels[language].settings, labels[language].accounts],
			steps: [
				'mailGuides.mac-mail.steps.open',
				'mailGuides.mac-mail.steps.incoming',
				'mailGuides.mac-mail.steps.outgoing',
				'mailGuides.mac-mail.steps.done',
			],
			drawings: [
				{
					description: 'mailGuides.mac-mail.drawings.servers',
					draw: (values) => {
						const label = labels[values.language];
						return (
							<Window mac title={label.accounts}>
								<Beside list={<Item chosen>{values.address.split('@')[1]}</Item>}>
									<Tabs names={label.tabs} chosen={2} pin={3} />
									<Group>{label.incoming}</Group>
									{server(values, 'imap', 4)}
									<Group>{label.outgoing}</Group>
									{server(values, 'submission', 5)}
									<Presses>
										<Press main pin={6}>
											{label.save}
										</Press>
									</Presses>
								</Beside>
							</Window>
						);
					},
				},
			],
		},
	],
	notes: ['mailGuides.mac-mail.notes.automatic'],
};
