import { Dots, Field, Group, Press, Presses, Switch, securityOf } from '../drawing/fields.tsx';
import { Pin } from '../drawing/pin.tsx';
import { Body, Window } from '../drawing/window.tsx';
import type { Guide } from '../guide.ts';

const labels = {
	zh: {
		page: '设备设置：电子邮件',
		group: '发送邮件（SMTP）',
		server: 'SMTP 服务器',
		security: '安全连接',
		port: '端口',
		authentication: '身份验证',
		username: '用户名',
		password: '密码',
		sender: '发件人地址',
		test: '测试邮件',
		save: '保存',
	},
	en: {
		page: 'Device settings: e-mail',
		group: 'Sending e-mail (SMTP)',
		server: 'SMTP server',
		security: 'Secure connection',
		port: 'Port',
		authentication: 'Authentication',
		username: 'User name',
		password: 'Password',
		sender: 'Sender address',
		test: 'Test message',
		save: 'Save',
	},
} as const;

/** What only sends. Its labels are those that most makers use; no single device is drawn. */
export const program: Guide = {
	heading: 'mailGuides.program.heading',
	symptom: 'mailGuides.program.symptom',
	parts: [
		{
			title: 'mailGuides.program.printer',
			steps: [
				'mailGuides.program.steps.server',
				'mailGuides.program.steps.security',
				'mailGuides.program.steps.signIn',
				'mailGuides.program.steps.password',
				'mailGuides.program.steps.sender',
				'mailGuides.program.steps.test',
			],
			drawings: [
				{
					description: 'mailGuides.program.drawings.printer',
					draw: ({ language, address, mail }) => {
						const label = labels[language];
						return (
							<Window title={label.page}>
								<Body>
									<Group>{label.group}</Group>
									<Field label={label.server} pin={1}>
										{mail.submission.host}
									</Field>
									<Field label={label.security} choice pin={2}>
										{securityOf(mail.submission)}
									</Field>
									<Field label={label.port}>{mail.submission.port}</Field>
									<Field label={label.authentication}>
										<Switch />
									</Field>
									<Field label={label.username} pin={3}>
										{address}
									</Field>
									<Field label={label.password} pin={4}>
										<Dots />
									</Field>
									<Field label={label.sender} pin={5}>
										{address}
									</Field>
									<Presses>
										<Press pin={6}>{label.test}</Press>
										<Press main>{label.save}</Press>
									</Presses>
								</Body>
							</Window>
						);
					},
				},
			],
		},
		{
			title: 'mailGuides.program.script',
			instead: true,
			steps: ['mailGuides.program.steps.file', 'mailGuides.program.steps.secret', 'mailGuides.program.steps.restart'],
			drawings: [
				{
					description: 'mailGuides.program.drawings.script',
					draw: ({ address, mail: { submission } }) => (
						<Window title="mail.conf">
							<div className="drawn-file">
								<p>
									smtp_host = {submission.host}
									<Pin n={1} />
								</p>
								<p>smtp_port = {submission.port}</p>
								<p>smtp_tls = {submission.security === 'tls' ? 'implicit' : 'starttls'}</p>
								<p>smtp_user = {address}</p>
								<p>
									smtp_password = <Dots />
									<Pin n={2} />
								</p>
								<p>mail_from = {address}</p>
							</div>
						</Window>
					),
				},
			],
		},
	],
	notes: ['mailGuides.program.notes.one', 'mailGuides.program.notes.old'],
};
