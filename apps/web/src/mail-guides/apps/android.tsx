import { Dots, Switch, securityOf } from '../drawing/fields.tsx';
import { Card, Row, Screen } from '../drawing/phone.tsx';
import type { Guide, Values } from '../guide.ts';

const labels = {
	zh: {
		settings: '设置',
		servers: '服务器设置',
		incoming: '接收设置',
		outgoing: '外发设置',
		username: '用户名',
		password: '密码',
		server: '服务器',
		smtp: 'SMTP 服务器',
		port: '端口',
		security: '安全类型',
		signIn: '要求登录',
		done: '完成',
	},
	en: {
		settings: 'Settings',
		servers: 'Server settings',
		incoming: 'Incoming settings',
		outgoing: 'Outgoing settings',
		username: 'Username',
		password: 'Password',
		server: 'Server',
		smtp: 'SMTP server',
		port: 'Port',
		security: 'Security type',
		signIn: 'Require sign-in',
		done: 'Done',
	},
} as const;

interface Pins {
	readonly incoming?: number;
	readonly outgoing?: number;
}

/** The page of the account, from which both servers' pages are reached. */
const list = ({ language, address }: Values, { incoming, outgoing }: Pins) => {
	const label = labels[language];
	return (
		<Screen arrow title={address}>
			<Card title={label.servers}>
				<Row leads label={label.incoming} {...(incoming !== undefined && { pin: incoming })} />
				<Row leads label={label.outgoing} {...(outgoing !== undefined && { pin: outgoing })} />
			</Card>
		</Screen>
	);
};

/** The Gmail app on Android with an account of other servers (IMAP). */
export const android: Guide = {
	heading: 'mailGuides.android.heading',
	symptom: 'mailGuides.android.symptom',
	onPhone: true,
	parts: [
		{
			title: 'mailGuides.android.incoming',
			way: ({ language, address }) => ['≡', labels[language].settings, address],
			steps: [
				'mailGuides.android.steps.open',
				'mailGuides.android.steps.incoming',
				'mailGuides.android.steps.incomingDone',
			],
			drawings: [
				{ description: 'mailGuides.android.drawings.list', draw: (values) => list(values, { incoming: 1 }) },
				{
					description: 'mailGuides.android.drawings.incoming',
					draw: ({ language, address, mail }) => {
						const label = labels[language];
						return (
							<Screen arrow title={label.incoming} done={label.done} donePin={3}>
								<Card>
									<Row label={label.username}>{address}</Row>
									<Row label={label.password} pin={2}>
										<Dots />
									</Row>
									<Row label={label.server}>{mail.imap.host}</Row>
									<Row label={label.port}>{mail.imap.port}</Row>
									<Row leads label={label.security}>
										{securityOf(mail.imap)}
									</Row>
								</Card>
							</Screen>
						);
					},
				},
			],
		},
		{
			title: 'mailGuides.android.outgoing',
			steps: [
				'mailGuides.android.steps.openOutgoing',
				'mailGuides.android.steps.outgoing',
				'mailGuides.android.steps.outgoingDone',
			],
			drawings: [
				{ description: 'mailGuides.android.drawings.listOutgoing', draw: (values) => list(values, { outgoing: 4 }) },
				{
					description: 'mailGuides.android.drawings.outgoing',
					draw: ({ language, address, mail }) => {
						const label = labels[language];
						return (
							<Screen arrow title={label.outgoing} done={label.done} donePin={6}>
								<Card>
									<Row label={label.smtp}>{mail.submission.host}</Row>
									<Row label={label.port}>{mail.submission.port}</Row>
									<Row leads label={label.security}>
										{securityOf(mail.submission)}
									</Row>
									<Row label={label.signIn}>
										<Switch />
									</Row>
									<Row label={label.username}>{address}</Row>
									<Row label={label.password} pin={5}>
										<Dots />
									</Row>
								</Card>
							</Screen>
						);
					},
				},
			],
		},
	],
	notes: ['mailGuides.android.notes.others', 'mailGuides.android.notes.google'],
};
