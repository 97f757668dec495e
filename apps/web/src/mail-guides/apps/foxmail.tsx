import { Box, Dots, Field, Group, Press, Presses, Says, Tick } from '../drawing/fields.tsx';
import { Beside, Body, Item, Tabs, Window } from '../drawing/window.tsx';
import type { Guide } from '../guide.ts';

const labels = {
	zh: {
		error: '账号错误',
		wrong: '账号或密码错误，请重新输入。',
		address: '邮件账号',
		password: '密码',
		setUp: '设置账号',
		advanced: '高级',
		ok: '确定',
		cancel: '取消',
		window: '系统设置',
		manage: '账号管理',
		fresh: '新建',
		tabs: ['设置', '服务器', '高级'],
		incoming: '收件服务器',
		outgoing: '发件服务器',
		fetches: '收件服务器（IMAP）',
		sends: '发件服务器（SMTP）',
		signIn: '身份验证',
		same: '与收件服务器相同',
	},
	en: {
		error: 'Account Error',
		wrong: 'Account or password error. Enter again.',
		address: 'Email',
		password: 'Password',
		setUp: 'Setup account',
		advanced: 'Advanced',
		ok: 'OK',
		cancel: 'Cancel',
		window: 'Settings',
		manage: 'Account management',
		fresh: 'New',
		tabs: ['General', 'Server', 'Advanced'],
		incoming: 'Incoming server',
		outgoing: 'Outgoing server',
		fetches: 'Incoming server (IMAP)',
		sends: 'Outgoing server (SMTP)',
		signIn: 'Sign-in',
		same: 'Same as incoming server',
	},
} as const;

/** Foxmail 7.2 on Windows. */
export const foxmail: Guide = {
	heading: 'mailGuides.foxmail.heading',
	symptom: 'mailGuides.foxmail.symptom',
	parts: [
		{
			title: 'mailGuides.foxmail.asks',
			way: ({ language }) => ['≡', labels[language].manage],
			steps: ['mailGuides.foxmail.steps.password', 'mailGuides.foxmail.steps.advanced'],
			drawings: [
				{
					description: 'mailGuides.foxmail.drawings.asks',
					draw: ({ language, address }) => {
						const label = labels[language];
						return (
							<Window title={label.error}>
								<Body>
									<Says>{label.wrong}</Says>
									<Field label={label.address}>{address}</Field>
									<Field label={label.password} pin={1}>
										<Dots />
									</Field>
									<Presses>
										<Press pin={2}>{label.setUp}</Press>
										<Press>{label.advanced}</Press>
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
			title: 'mailGuides.foxmail.servers',
			steps: [
				'mailGuides.foxmail.steps.incoming',
				'mailGuides.foxmail.steps.outgoing',
				'mailGuides.foxmail.steps.done',
			],
			drawings: [
				{
					description: 'mailGuides.foxmail.drawings.servers',
					draw: ({ language, address, mail }) => {
						const label = labels[language];
						const secured = (server: typeof mail.imap) => (
							<>
								<Tick>{server.security === 'tls' ? 'SSL' : 'STARTTLS'}</Tick>
								<Box>{server.port}</Box>
							</>
						);
						return (
							<Window title={label.window}>
								<Beside
									list={
										<>
											<Item chosen>{address.split('@')[0]}</Item>
											<Item>{label.fresh}</Item>
										</>
									}
								>
									<Tabs names={label.tabs} chosen={1} />
									<Group>{label.fetches}</Group>
									<Field label={label.address}>{address}</Field>
									<Field label={label.password} pin={3}>
										<Dots />
									</Field>
									<Field label={label.incoming} beside={secured(mail.imap)}>
										{mail.imap.host}
									</Field>
									<Group>{label.sends}</Group>
									<Field label={label.outgoing} beside={secured(mail.submission)}>
										{mail.submission.host}
									</Field>
									<Field label={label.signIn} choice pin={4}>
										{label.same}
									</Field>
									<Presses>
										<Press>{label.cancel}</Press>
										<Press main pin={5}>
											{label.ok}
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
	notes: [],
};
