import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import smpp, { type Fields, type Pdu, type Session } from 'smpp';
import { type Carried, createCarrier } from './carrier.ts';
import type { SmsAccounts } from './sms-accounts.ts';
import type { Vendor } from './vendor.ts';

interface SmppVendor extends Vendor<SmsAccounts['smpp']> {
	/** 0 for any. */
	readonly port: number;
	/** Where given, TLS from the first byte. */
	readonly tls?: { readonly key: Buffer; readonly cert: Buffer };
}

export interface SmppServer {
	readonly port: number;
	/** How often customers have asked whether the server is still there. */
	readonly heartbeats: number;
	/** Cuts every session off, as a broken line would. */
	drop(): void;
	/** From now on nothing is answered, and every line stays open. */
	mute(): void;
	stop(): Promise<void>;
}

/** SMPP 3.4, 5.1.3. */
const statusOfFault = {
	'error-500': smpp.errors.ESME_RSYSERR,
	'rate-limit-429': smpp.errors.ESME_RTHROTTLED,
	'limit-reached': smpp.errors.ESME_RMSGQFUL,
	'error-in-200': smpp.errors.ESME_RSUBMITFAIL,
	'number-refused': smpp.errors.ESME_RINVDSTADR,
};
const hasStatus = (fault: string | undefined): fault is keyof typeof statusOfFault =>
	fault !== undefined && Object.hasOwn(statusOfFault, fault);

/** Of a Chinese text in one part, from the customer's own short code, to an international number. */
const problemOf = (request: Pdu, source: string): string | undefined => {
	if (request.source_addr !== source) return 'ESME_RINVSRCADR';
	if (request.dest_addr_ton !== 1) return 'ESME_RINVDSTTON';
	if (request.dest_addr_npi !== 1) return 'ESME_RINVDSTNPI';
	if (request.data_coding !== 8) return 'ESME_RINVDCS';
	if (String(request.short_message?.message ?? '').length > 70) return 'ESME_RINVMSGLEN';
	return /^\d{5,15}$/.test(request.destination_addr ?? '') ? undefined : 'ESME_RINVDSTADR';
};

/** SMPP 3.4, appendix B. */
const receiptText = ({ receipt, at, isDelivered }: Carried) => {
	const date = at.replace(/\D/g, '').slice(2, 12);
	const state = isDelivered ? 'DELIVRD' : 'UNDELIV';
	return `id:${receipt} sub:001 dlvrd:00${Number(isDelivered)} submit date:${date} done date:${date} stat:${state} err:000 text:`;
};

const receiptOf = (carried: Carried): Fields => ({
	source_addr: carried.to.slice(1),
	// A receipt of the message centre.
	esm_class: 0x04,
	short_message: receiptText(carried),
});

/** Plays a provider's message centre: SMPP 3.4, transceivers only, on 127.0.0.1. */
export const startSmppServer = async ({ port, tls, account, inbox, faults, now }: SmppVendor): Promise<SmppServer> => {
	const carrier = createCarrier('smpp', inbox, now);
	/** Receipts that found no session. */
	const waiting: Fields[] = [];
	const bound = new Set<Session>();
	let heartbeats = 0;
	let isMute = false;

	const deliver = (receipt: Fields) => {
		const [session] = bound;
		if (session === undefined) waiting.push(receipt);
		else session.deliver_sm(receipt);
	};

	const submit = async (session: Session, request: Pdu, gone: AbortSignal) => {
		const refuse = (status: number | undefined) => session.send(request.response({ command_status: status }));
		if (!bound.has(session)) return refuse(smpp.errors.ESME_RINVBNDSTS);
		const fault = faults.take('smpp');
		if (hasStatus(fault)) return refuse(statusOfFault[fault]);
		const { destination_addr = '', short_message } = request;
		const problem = problemOf(request, account.source);
		if (problem !== undefined) return refuse(smpp.errors[problem]);
		const carried = carrier.carry(`+${destination_addr}`, String(short_message?.message ?? ''), fault);
		if (fault === 'slow') await faults.hold('smpp', gone);
		session.send(request.response({ message_id: fault === 'garbage' ? '' : carried.receipt }));
		if (request.registered_delivery !== 1) return;
		deliver(receiptOf(carried));
		if (fault === 'duplicate-callback') deliver(receiptOf(carried));
	};

	const server = smpp.createServer({ ...tls }, (session) => {
		const gone = new AbortController();
		session.on('error', () => session.destroy());
		session.on('close', () => {
			bound.delete(session);
			gone.abort();
		});
		session.on('pdu', (request: Pdu) => {
			if (isMute) return;
			if (request.command === 'bind_transceiver') {
				const isRight = request.system_id === account.systemId && request.password === account.password;
				session.send(request.response(isRight ? {} : { command_status: smpp.errors.ESME_RINVPASWD }));
				if (!isRight) return;
				bound.add(session);
				for (const receipt of waiting.splice(0)) deliver(receipt);
			} else if (request.command === 'submit_sm') {
				submit(session, request, gone.signal).catch(() => session.destroy());
			} else if (request.command === 'enquire_link') {
				heartbeats += 1;
				session.send(request.response());
			} else if (request.command === 'unbind') {
				session.send(request.response());
				session.close();
			}
		});
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');

	const drop = () => {
		for (const session of server.sessions.slice()) session.destroy();
	};
	return {
		port: (server.address() as AddressInfo).port,
		get heartbeats() {
			return heartbeats;
		},
		drop,
		mute() {
			isMute = true;
		},
		async stop() {
			const closed = once(server, 'close');
			server.close();
			drop();
			await closed;
		},
	};
};
