import type { Call, Handlers } from '../http/serve.ts';
import type { Phone, PhoneScans } from './scans.ts';

type ScanKeys = 'POST /api/scans/open' | 'POST /api/scans/identify' | 'POST /api/scans/answer';

const phoneOf = ({ phoneCookie, userAgent, client, session }: Call<ScanKeys>): Phone => ({
	token: phoneCookie,
	userAgent,
	client,
	session,
});

export const scansRoutes = (scans: PhoneScans): Handlers<ScanKeys> => ({
	'POST /api/scans/open': async (call) => {
		const { view, token } = await scans.show(call.body.ticket, phoneOf(call));
		if (token !== undefined) call.setPhoneCookie(token);
		return view;
	},
	'POST /api/scans/identify': (call) => scans.identify(call.body, phoneOf(call)),
	'POST /api/scans/answer': (call) => scans.answer(call.body.ticket, call.body.answer, phoneOf(call)),
});
