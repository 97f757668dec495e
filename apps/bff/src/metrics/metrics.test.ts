import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('counts verdicts by door and by what was answered, from zero', async () => {
	const metrics = createMetrics();
	const nginx = metrics.mailLogins('nginx');
	metrics.mailLogins('dovecot');
	nginx('accepted');
	nginx('refused');
	nginx('refused');
	const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('mailward_mail_logins_total'));
	expect(lines.toSorted()).toEqual([
		'mailward_mail_logins_total{door="dovecot",result="accepted"} 0',
		'mailward_mail_logins_total{door="dovecot",result="refused"} 0',
		'mailward_mail_logins_total{door="dovecot",result="unavailable"} 0',
		'mailward_mail_logins_total{door="nginx",result="accepted"} 1',
		'mailward_mail_logins_total{door="nginx",result="refused"} 2',
		'mailward_mail_logins_total{door="nginx",result="unavailable"} 0',
	]);
});
