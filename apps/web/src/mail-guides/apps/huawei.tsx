import { Dots, securityOf } from '../drawing/fields.tsx';
import { Card, Row, Screen } from '../drawing/phone.tsx';
import type { Guide } from '../guide.ts';

const labels = {
	zh: {
		settings: '设置',
		name: '账号名称',
		signature: '签名',
		servers: '服务器设置',
		done: '完成',
		incoming: '接收服务器',
		outgoing: '外发服务器',
		username: '用户名',
		password: '密码',
		imap: 'IMAP 服务器',
		smtp: 'SMTP 服务器',
		security: '安全类型',
		port: '端口',
	},
	en: {
		settings: 'Settings',
		name: 'Account name',
		signature: 'Signature',
		servers: 'Server settings',
		done: 'Done',
		incoming: 'Incoming server',
		outgoing: 'Outgoing server',
		username: 'Username',
		password: 'Password',
		imap: 'IMAP server',
		smtp: 'SMTP server',
		security: 'Security type',
		port: 'Port',
	},
} as const;

/** The Email app that comes with Huawei phones (EMUI, HarmonyOS). */
export const huawei: Guide = {
	heading: 'mailGuides.huawei.heading',
	symptom: 'mailGuides.huawei.symptom',
	onPhone: true,
	parts: [
		{
			title: 'mailGuides.huawei.servers',
			way: ({ language, address }) => [labels[language].settings, address, labels[language].servers],
			steps: [
				'mailGuides.huawei.steps.open',
				'mailGuides.huawei.steps.incoming',
				'mailGuides.huawei.steps.outgoing',
				'mailGuides.huawei.steps.done',
			],
			drawings: [
				{
					description: 'mailGuides.huawei.drawings.account',
					draw: ({ language, address }) => {
						const label = labels[language];
						return (
							<Screen arrow title={address}>
								<Card>
									<Row leads label={label.name} />
									<Row leads label={label.signature} />
									<Row leads label={label.servers} pin={1} />
								</Card>
							</Screen>
						);
					},
				},
				{
					description: 'mailGuides.huawei.drawings.servers',
					draw: ({ language, address, mail }) => {
						const label = labels[language];
						return (
							<Screen arrow title={label.servers} done={label.done} donePin={4}>
								<Card title={label.incoming}>
									<Row label={label.username}>{address}</Row>
									<Row label={label.password} pin={2}>
										<Dots />
									</Row>
									<Row label={label.imap}>{mail.imap.host}</Row>
									<Row leads label={label.security}>
										{securityOf(mail.imap)}
									</Row>
									<Row label={label.port}>{mail.imap.port}</Row>
								</Card>
								<Card title={label.outgoing}>
									<Row label={label.username}>{address}</Row>
									<Row label={label.password} pin={3}>
										<Dots />
									</Row>
									<Row label={label.smtp}>{mail.submission.host}</Row>
									<Row leads label={label.security}>
										{securityOf(mail.submission)}
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
	notes: ['mailGuides.huawei.notes.typing', 'mailGuides.huawei.notes.capital'],
};
