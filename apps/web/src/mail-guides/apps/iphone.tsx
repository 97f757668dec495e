import { Dots, Switch } from '../drawing/fields.tsx';
import { Card, Row, Screen } from '../drawing/phone.tsx';
import type { Guide } from '../guide.ts';

const labels = {
	zh: {
		settings: '设置',
		way: ['App', '邮件', '邮件账户'],
		accountSettings: '账户设置',
		account: '账户',
		cancel: '取消',
		done: '完成',
		incoming: '收件服务器',
		outgoing: '发件服务器',
		host: '主机名',
		username: '用户名',
		password: '密码',
		advanced: '高级',
		incomingSettings: '收件设置',
		ssl: '使用 SSL',
		authentication: '鉴定',
		port: '服务器端口',
		server: '服务器',
	},
	en: {
		settings: 'Settings',
		way: ['Apps', 'Mail', 'Mail Accounts'],
		accountSettings: 'Account Settings',
		account: 'Account',
		cancel: 'Cancel',
		done: 'Done',
		incoming: 'Incoming Mail Server',
		outgoing: 'Outgoing Mail Server',
		host: 'Host Name',
		username: 'User Name',
		password: 'Password',
		advanced: 'Advanced',
		incomingSettings: 'Incoming Settings',
		ssl: 'Use SSL',
		authentication: 'Authentication',
		port: 'Server Port',
		server: 'Server',
	},
} as const;

/** Mail of iOS and iPadOS 18 and later; earlier ones have the same pages under another path. */
export const iphone: Guide = {
	heading: 'mailGuides.iphone.heading',
	symptom: 'mailGuides.iphone.symptom',
	onPhone: true,
	parts: [
		{
			title: 'mailGuides.iphone.incoming',
			way: ({ language, address }) => [
				labels[language].settings,
				...labels[language].way,
				address,
				labels[language].accountSettings,
			],
			steps: ['mailGuides.iphone.steps.open', 'mailGuides.iphone.steps.password', 'mailGuides.iphone.steps.advanced'],
			drawings: [
				{
					description: 'mailGuides.iphone.drawings.account',
					draw: ({ language, address, mail }) => {
						const label = labels[language];
						return (
							<Screen title={label.account} titlePin={1} back={label.cancel} done={label.done}>
								<Card title={label.incoming}>
									<Row label={label.host}>{mail.imap.host}</Row>
									<Row label={label.username}>{address}</Row>
									<Row label={label.password} pin={2}>
										<Dots />
									</Row>
								</Card>
								<Card>
									<Row leads label={label.advanced} pin={3} />
								</Card>
							</Screen>
						);
					},
				},
				{
					description: 'mailGuides.iphone.drawings.advanced',
					draw: ({ language, mail }) => {
						const label = labels[language];
						return (
							<Screen title={label.advanced} back={`‹ ${label.account}`}>
								<Card title={label.incomingSettings}>
									<Row label={label.ssl}>
										<Switch />
									</Row>
									<Row leads label={label.authentication}>
										{label.password}
									</Row>
									<Row label={label.port} pin={3}>
										{mail.imap.port}
									</Row>
								</Card>
							</Screen>
						);
					},
				},
			],
		},
		{
			title: 'mailGuides.iphone.outgoing',
			steps: ['mailGuides.iphone.steps.smtp', 'mailGuides.iphone.steps.sending', 'mailGuides.iphone.steps.done'],
			drawings: [
				{
					description: 'mailGuides.iphone.drawings.lower',
					draw: ({ language, mail }) => {
						const label = labels[language];
						return (
							<Screen title={label.account} back={label.cancel} done={label.done} donePin={6}>
								<Card title={label.outgoing}>
									<Row leads label="SMTP" pin={4}>
										{mail.submission.host}
									</Row>
								</Card>
								<Card>
									<Row leads label={label.advanced} />
								</Card>
							</Screen>
						);
					},
				},
				{
					description: 'mailGuides.iphone.drawings.smtp',
					draw: ({ language, address, mail }) => {
						const label = labels[language];
						return (
							<Screen title={mail.submission.host} back={label.cancel} done={label.done}>
								<Card>
									<Row label={label.server}>
										<Switch />
									</Row>
								</Card>
								<Card title={label.outgoing}>
									<Row label={label.host}>{mail.submission.host}</Row>
									<Row label={label.username}>{address}</Row>
									<Row label={label.password} pin={5}>
										<Dots />
									</Row>
									<Row label={label.ssl}>
										<Switch />
									</Row>
									<Row label={label.port}>{mail.submission.port}</Row>
								</Card>
							</Screen>
						);
					},
				},
			],
		},
	],
	notes: ['mailGuides.iphone.notes.separate', 'mailGuides.iphone.notes.profile'],
};
