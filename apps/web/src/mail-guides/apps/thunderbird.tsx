import { Dots, Field, Group, Press, Presses, Says, Tick } from '../drawing/fields.tsx';
import { Body, Window } from '../drawing/window.tsx';
import type { Guide, Values } from '../guide.ts';

const labels = {
	zh: {
		failed: '登录账户失败',
		refused: (address: string, host: string) => `以用户名 ${address} 登录到服务器 ${host} 失败。`,
		retry: '重试',
		enter: '输入新密码',
		cancel: '取消',
		asks: '需要密码',
		prompt: (address: string, host: string) => `请输入 ${address} 在 ${host} 上的密码：`,
		password: '密码',
		keep: '使用密码管理器记住此密码',
		ok: '确定',
	},
	en: {
		failed: 'Login to account failed',
		refused: (address: string, host: string) => `Login to server ${host} with username ${address} failed.`,
		retry: 'Retry',
		enter: 'Enter New Password',
		cancel: 'Cancel',
		asks: 'Password Required',
		prompt: (address: string, host: string) => `Enter your password for ${address} on ${host}:`,
		password: 'Password',
		keep: 'Use Password Manager to remember this password',
		ok: 'OK',
	},
} as const;

type Which = 'imap' | 'submission';

const failed = ({ language, address, mail }: Values, which: Which, pin: number) => {
	const label = labels[language];
	return (
		<Window title="Thunderbird">
			<Body>
				<Group>{label.failed}</Group>
				<Says>{label.refused(address, mail[which].host)}</Says>
				<Presses>
					<Press>{label.retry}</Press>
					<Press pin={pin}>{label.enter}</Press>
					<Press>{label.cancel}</Press>
				</Presses>
			</Body>
		</Window>
	);
};

const prompt = ({ language, address, mail }: Values, which: Which, pin: number) => {
	const label = labels[language];
	return (
		<Window title={label.asks}>
			<Body>
				<Says>{label.prompt(address, mail[which].host)}</Says>
				<Field label={label.password} pin={pin}>
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

/** Thunderbird 115 and later, on any computer. */
export const thunderbird: Guide = {
	heading: 'mailGuides.thunderbird.heading',
	symptom: 'mailGuides.thunderbird.symptom',
	parts: [
		{
			title: 'mailGuides.thunderbird.incoming',
			steps: ['mailGuides.thunderbird.steps.enterIncoming', 'mailGuides.thunderbird.steps.pasteIncoming'],
			drawings: [
				{
					description: 'mailGuides.thunderbird.drawings.failedIncoming',
					draw: (values) => failed(values, 'imap', 1),
				},
				{
					description: 'mailGuides.thunderbird.drawings.promptIncoming',
					draw: (values) => prompt(values, 'imap', 2),
				},
			],
		},
		{
			title: 'mailGuides.thunderbird.outgoing',
			steps: [
				'mailGuides.thunderbird.steps.enterOutgoing',
				'mailGuides.thunderbird.steps.pasteOutgoing',
				'mailGuides.thunderbird.steps.done',
			],
			drawings: [
				{
					description: 'mailGuides.thunderbird.drawings.failedOutgoing',
					draw: (values) => failed(values, 'submission', 3),
				},
				{
					description: 'mailGuides.thunderbird.drawings.promptOutgoing',
					draw: (values) => prompt(values, 'submission', 4),
				},
			],
		},
	],
	notes: ['mailGuides.thunderbird.notes.saved', 'mailGuides.thunderbird.notes.method'],
};
